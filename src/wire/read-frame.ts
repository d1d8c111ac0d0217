import type { TroubleFrame } from './frames.js';

/** A check of one kind of frame, made from its schema. After it said no, `errors` says where. */
export interface FrameCheck {
  (data: unknown): boolean;
  errors?: readonly { readonly instancePath: string; readonly keyword: string; readonly params: unknown }[] | null;
}

/** Why a frame cannot be used. Names places, never what stood there: that may be private. */
export type FrameProblem = Pick<TroubleFrame, 'code' | 'message' | 'path' | 'id'>;

/** A frame as it came, or why it cannot be used. */
export type ReadFrame<Frame> =
  | { readonly frame: Frame; readonly problem?: undefined }
  | { readonly frame?: undefined; readonly problem: FrameProblem };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const own = (value: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.hasOwn(value, key) ? value[key] : undefined;

/** What a place wants, in the words of its schema. */
const wants = (check: FrameCheck): { readonly path: string; readonly wanted: string } => {
  const [first] = check.errors ?? [];
  if (first === undefined) return { path: '', wanted: 'another shape' };
  const { missingProperty } = first.params as { readonly missingProperty?: string };
  if (missingProperty !== undefined) return { path: `${first.instancePath}/${missingProperty}`, wanted: 'to be there' };
  return { path: first.instancePath, wanted: `${first.keyword} ${JSON.stringify(first.params)}` };
};

/**
 * Reads one frame.
 *
 * @param text the frame as it came; only text can be one
 * @param checks those of the side that sent it
 * @param others those of the other role: a frame of theirs is told as `not-yours`
 */
export const readFrame = <Frame>(
  text: unknown,
  checks: Readonly<Record<string, FrameCheck>>,
  others: Readonly<Record<string, FrameCheck>> = {},
): ReadFrame<Frame> => {
  let data: unknown;
  try {
    data = typeof text === 'string' ? JSON.parse(text) : undefined;
  } catch {
    // Told below, with what is no object.
  }
  if (!isObject(data)) return { problem: { code: 'no-json', message: 'A frame is one JSON object, as text.' } };
  const id = own(data, 'id');
  const about = typeof id === 'string' && id !== '' && id.length <= 200 ? { id } : {};
  const type = own(data, 'type');
  const check = typeof type === 'string' && Object.hasOwn(checks, type) ? checks[type] : undefined;
  if (check === undefined) {
    const theirs = typeof type === 'string' && Object.hasOwn(others, type);
    return {
      problem: theirs
        ? { code: 'not-yours', message: 'Only the other role may send this.', path: '/type', ...about }
        : { code: 'unknown-frame', message: 'There is no frame of this type.', path: '/type', ...about },
    };
  }
  if (check(data)) return { frame: data as Frame };
  const { path, wanted } = wants(check);
  return { problem: { code: 'bad-frame', message: `${path || 'The frame'} wants ${wanted}.`, path, ...about } };
};
