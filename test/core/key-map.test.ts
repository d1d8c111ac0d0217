import { describe, expect, it } from 'vitest';
import { comboOf, isBare, resolveKeys, type KeyPress } from '../../src/core/key-map.js';

const press = (given: Partial<KeyPress>): string =>
  comboOf({ key: '', code: '', ctrlKey: false, altKey: false, shiftKey: false, metaKey: false, ...given });

const altShift = { altKey: true, shiftKey: true };

describe('the keys in force', () => {
  it('are Alt and Shift with a letter, each another', () => {
    const { map, problems } = resolveKeys({}, false);
    expect(map.get('answer')).toBe('Alt+Shift+N');
    expect(map.get('chat9')).toBe('Alt+Shift+9');
    expect(map.get('help')).toBe('Alt+?');
    expect([map.size, new Set(map.values()).size, problems]).toEqual([20, 20, []]);
  });

  it('are Control and Shift on a Mac, where Alt types characters', () => {
    expect(resolveKeys({}, true).map.get('answer')).toBe('Control+Shift+N');
  });

  it('never work without a command, which typing would be', () => {
    for (const isMac of [true, false]) expect([...resolveKeys({}, isMac).map.values()].filter(isBare)).toEqual([]);
  });

  it('are the page’s where it has some, written in one way', () => {
    const { map, problems } = resolveKeys({ answer: 'Shift+Control+x', done: 'Mod+Enter', end: 'F2' }, false);
    expect([map.get('answer'), map.get('done'), map.get('end')]).toEqual(['Control+Shift+X', 'Control+Enter', 'F2']);
    expect(map.get('next')).toBe('Alt+Shift+J');
    expect(problems).toEqual([]);
    expect(resolveKeys({ done: 'Mod+Enter' }, true).map.get('done')).toBe('Meta+Enter');
  });

  it('are none for an action that the page wants none for', () => {
    const { map, problems } = resolveKeys({ end: null, find: undefined }, false);
    expect([map.has('end'), map.get('find'), problems]).toEqual([false, 'Alt+Shift+F', []]);
  });

  it('leave a key that the page took from another to the page', () => {
    const { map, problems } = resolveKeys({ end: null, reply: 'Alt+Shift+E' }, false);
    expect([map.get('reply'), problems]).toEqual(['Alt+Shift+E', []]);
  });

  it.each<[wrong: object, problem: string]>([
    [{ answr: 'F2' }, 'there is no action "answr"'],
    [{ toString: 'F2' }, 'there is no action "toString"'],
    [{ answer: 'Alt+' }, '"Alt+" for answer is no combination such as "Control+Shift+N"'],
    [{ answer: 'Alt+Nn' }, '"Alt+Nn" for answer is no combination such as "Control+Shift+N"'],
    [{ answer: 'Ctrl+N' }, '"Ctrl+N" for answer is no combination such as "Control+Shift+N"'],
    [{ answer: 'Tab' }, '"Tab" for answer is no combination such as "Control+Shift+N"'],
    [{ answer: 'Escape' }, '"Escape" for answer is no combination such as "Control+Shift+N"'],
    [{ answer: 7 + 7 }, '"14" for answer is no combination such as "Control+Shift+N"'],
    [{ answer: 'F2', end: 'F2' }, '"F2" is for answer, and so not for end'],
    [{ reply: 'Alt+Shift+E' }, '"Alt+Shift+E" is for reply, and so not for end'],
  ])('name what is wrong with %j', (wrong, problem) => {
    const { map, problems } = resolveKeys(wrong, false);
    expect(problems).toEqual([problem]);
    expect(new Set(map.values()).size).toBe(map.size);
  });

  it('keep the default where the page’s is no combination', () => {
    expect(resolveKeys({ answer: 'Hyper+N' }, false).map.get('answer')).toBe('Alt+Shift+N');
  });
});

describe('what was pressed', () => {
  it('goes by the letter on the keyboard, wherever that is', () => {
    expect(press({ ...altShift, key: 'N', code: 'KeyN' })).toBe('Alt+Shift+N');
    // Dvorak has its N where others have L.
    expect(press({ ...altShift, key: 'N', code: 'KeyL' })).toBe('Alt+Shift+N');
  });

  it('goes by the place where the keyboard has other letters, or Alt makes signs of them', () => {
    expect(press({ ...altShift, key: 'Т', code: 'KeyN' })).toBe('Alt+Shift+N');
    expect(press({ ...altShift, key: '˜', code: 'KeyN' })).toBe('Alt+Shift+N');
    expect(press({ ...altShift, key: 'Dead', code: 'KeyN' })).toBe('Alt+Shift+N');
  });

  it('goes by the place for digits, with Shift and without, and on the number pad', () => {
    expect(press({ ...altShift, key: '!', code: 'Digit1' })).toBe('Alt+Shift+1');
    expect(press({ ...altShift, key: '1', code: 'Digit1' })).toBe('Alt+Shift+1');
    expect(press({ altKey: true, key: '1', code: 'Numpad1' })).toBe('Alt+1');
  });

  it('takes a sign as it is, whether Shift was needed for it or not', () => {
    expect(press({ ...altShift, key: '?', code: 'Slash' })).toBe('Alt+?');
    // A French keyboard has the question mark where others have M.
    expect(press({ ...altShift, key: '?', code: 'KeyM' })).toBe('Alt+?');
  });

  it('has modifiers in one order', () => {
    expect(press({ ctrlKey: true, altKey: true, shiftKey: true, metaKey: true, key: 'ArrowUp' })).toBe(
      'Control+Alt+Shift+Meta+ArrowUp',
    );
    expect(press({ ctrlKey: true, key: ' ', code: 'Space' })).toBe('Control+Space');
  });
});
