import { Ajv } from 'ajv';
import { given, type ChannelAbilities, type RefusalCode } from '../../src/core/index.js';
import type { Centre } from './centre.js';
import { UnknownOutcomeError } from './commands.js';
import type { HttpAnswer, HttpRoute } from './front-door.js';
import { commandOfEndUser } from './end-user-session.js';
import { readBody, readJson } from './http-body.js';
import type { PolicySource } from './policy-file.js';
import { write, type Opening } from './rules/end-user-rules.js';
import { isKeepable } from './rules/message-rules.js';
import { distrust, SIGNATURE_HEADER, TIMESTAMP_HEADER } from './signature.js';

/** A channel whose end users are at a provider's, such as WhatsApp or SMS. */
export interface WebhookChannel {
  /** Both ways are signed with it: at least 32 bytes. */
  readonly secret: string;
  /** Where agents' replies are posted. */
  readonly url: string;
  readonly queue?: string;
}

export type WebhookChannels = Readonly<Record<string, WebhookChannel>>;

interface Delivery {
  readonly from: string;
  readonly name?: string;
  readonly messages: readonly { readonly id: string; readonly text: string; readonly time: number }[];
}

const text = (maxLength: number): object => ({ type: 'string', minLength: 1, maxLength });

const ajv = new Ajv({ strict: false });
const isChannels = ajv.compile<WebhookChannels>({
  type: 'object',
  additionalProperties: {
    type: 'object',
    required: ['secret', 'url'],
    additionalProperties: false,
    properties: {
      secret: { type: 'string', minLength: 32 },
      url: { type: 'string', pattern: '^https?://' },
      queue: text(100),
    },
  },
});
const isDelivery = ajv.compile<Delivery>({
  type: 'object',
  required: ['from', 'messages'],
  properties: {
    from: text(100),
    name: { type: 'string', maxLength: 500 },
    messages: {
      type: 'array',
      minItems: 1,
      maxItems: 100,
      items: {
        type: 'object',
        required: ['id', 'text', 'time'],
        properties: {
          id: text(200),
          text: text(60_000),
          time: { type: 'number', minimum: -8.64e15, maximum: 8.64e15 },
        },
      },
    },
  },
});

const MOST_BYTES = 262_144;

/** What a channel from outside can do, unless the policy file says more: nobody sees who types there, or leaves. */
const ABILITIES: ChannelAbilities = { typing: false, preview: false, left: false };

/**
 * Reads the channels from outside, as JSON.
 *
 * @throws Error naming the place of the first thing wrong.
 */
export const readWebhooks = (json: string): WebhookChannels => {
  const data = readJson(Buffer.from(json));
  if (isChannels(data)) return data;
  const [first] = isChannels.errors ?? [];
  throw new Error(`WEBHOOKS${first?.instancePath ?? ''} ${first?.message ?? 'is no JSON'}.`);
};

/** A policy that also says what the channels from outside can do. */
export const withWebhookAbilities = (source: PolicySource, channels: WebhookChannels): PolicySource => {
  const theirs = Object.fromEntries(Object.keys(channels).map((channel) => [channel, ABILITIES]));
  const add = (value: PolicySource['value']): PolicySource['value'] => ({
    ...value,
    channels: { ...theirs, ...value.channels },
  });
  return {
    get value() {
      return add(source.value);
    },
    subscribe: (listener) => source.subscribe((value) => listener(add(value))),
    close: () => source.close(),
  };
};

const idPrefix = (channel: string): string => `${channel}:`;

/** Who an end user is at the provider's. */
export const addressOf = (channel: string, endUserId: string): string => endUserId.slice(idPrefix(channel).length);

const answer = (status: number, body: object): HttpAnswer => ({
  status,
  body: `${JSON.stringify(body)}\n`,
  type: 'application/json',
});

/**
 * `POST /webhook/<channel>`: what end users write at a provider's. The provider's id of a message is its id here, so that
 * a delivery that is made again makes no second message. Answered with 200 once all of it is kept or refused for good;
 * with anything else the provider should deliver it again.
 */
export const webhookRoute = (
  channels: WebhookChannels,
  centre: Centre,
  onDelivery: (channel: string, outcome: 'kept' | 'refused' | 'distrusted' | 'failed') => void,
): HttpRoute => {
  const deliver = async (channel: string, { queue }: WebhookChannel, delivery: Delivery): Promise<HttpAnswer> => {
    const { from, name, messages } = delivery;
    const phone = /^\+?\d{5,20}$/u.test(from) ? from : undefined;
    const opening: Opening = {
      channel,
      endUser: { id: idPrefix(channel) + from, ...given({ name: name === '' ? undefined : name, phone }) },
      ...given({ queue }),
    };
    if (!isKeepable(opening.endUser.id)) return answer(400, { error: '/from is no id.' });
    let kept = 0;
    const refused: { readonly id: string; readonly code: RefusalCode }[] = [];
    // One after the other: what was written first stands first.
    for (const message of messages) {
      const now = centre.clock.now();
      const { refusal } = await commandOfEndUser(centre, opening.endUser.id, {
        decide: (latest) => write(latest, opening, message, centre.limits.textLength, now),
        says: { author: 'end-user', id: message.id },
      });
      if (refusal === undefined) kept += 1;
      else refused.push({ id: message.id, code: refusal.code });
      onDelivery(channel, refusal === undefined ? 'kept' : 'refused');
    }
    return answer(200, { kept, refused });
  };

  return (request, path) => {
    const [, root, encoded = '', ...rest] = path.split('/');
    if (root !== 'webhook' || rest.length > 0) return undefined;
    return (async () => {
      const channel = Object.keys(channels).find((name) => encodeURIComponent(name) === encoded);
      const known = channel === undefined ? undefined : channels[channel];
      if (channel === undefined || known === undefined) return answer(404, { error: 'There is no such channel.' });
      if (request.method !== 'POST') return answer(405, { error: 'POST it.' });
      const body = await readBody(request, MOST_BYTES);
      if (body === undefined) return answer(413, { error: `It is longer than ${MOST_BYTES} bytes.` });
      const header = (name: string): string | undefined => {
        const value = request.headers[name];
        return typeof value === 'string' ? value : undefined;
      };
      const now = centre.clock.now();
      const why = distrust(known.secret, header(TIMESTAMP_HEADER), header(SIGNATURE_HEADER), body, now);
      if (why !== undefined) {
        onDelivery(channel, 'distrusted');
        return answer(401, { error: why });
      }
      const data = readJson(body);
      if (!isDelivery(data)) {
        const [first] = isDelivery.errors ?? [];
        return answer(400, { error: `${first?.instancePath ?? ''} ${first?.message ?? 'is no JSON'}.`.trim() });
      }
      try {
        return await deliver(channel, known, data);
      } catch (error) {
        if (!(error instanceof UnknownOutcomeError)) throw error;
        onDelivery(channel, 'failed');
        return answer(503, { error: 'Deliver it again.' });
      }
    })();
  };
};
