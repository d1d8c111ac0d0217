import { describe, expect, it } from 'vitest';
import {
  explain,
  POLICY_PATHS,
  policyProblems,
  resolve,
  type EffectivePolicy,
  type PolicyLayer,
  type PolicyLayerName,
  type PolicyLayers,
  type PolicyPath,
  type PolicyValues,
} from '../../src/core/index.js';

const BUILT_IN: EffectivePolicy = {
  crm: false,
  typing: 'indicator',
  summaries: false,
  response: undefined,
  wrapUp: { disposition: 'absent', notes: 'absent', timeLimit: undefined, dispositions: undefined },
};

const treeNamed = (id: string) => [{ id, name: id }];

/** For each place, five good values: which layer says which is told by its place in the list. */
const values: Readonly<Record<PolicyPath, readonly [unknown, unknown, unknown, unknown]>> = {
  crm: [true, false, true, false],
  typing: ['none', 'preview', 'indicator', 'none'],
  summaries: [true, false, true, false],
  'response.target': [60, 90, 0, 120],
  'response.warnAt': [10, 20, 0, 30.5],
  'response.urgentAt': [1, 2, 0, 3.5],
  'response.anchor': ['last', 'first-unanswered', 'last', 'first-unanswered'],
  'wrapUp.disposition': ['optional', 'required', 'absent', 'optional'],
  'wrapUp.notes': ['required', 'optional', 'absent', 'required'],
  'wrapUp.timeLimit': [30, 60, 0, 90],
  'wrapUp.dispositions': [treeNamed('a'), treeNamed('b'), treeNamed('c'), treeNamed('d')],
};

const bads: Readonly<Record<PolicyPath, readonly unknown[]>> = {
  crm: ['yes', 0, {}],
  typing: ['Preview', true, ''],
  summaries: ['on', 1, []],
  'response.target': ['abc', '60', Number.NaN, Infinity, true],
  'response.warnAt': [-1, '45', Number.NaN],
  'response.urgentAt': [-0.5, Infinity, {}],
  'response.anchor': ['first', 0],
  'wrapUp.disposition': [true, 'yes'],
  'wrapUp.notes': [false, 'REQUIRED'],
  'wrapUp.timeLimit': [-1, '30', Number.NaN],
  'wrapUp.dispositions': [{}, 'tree', 7],
};

const layer = (path: PolicyPath, value: unknown): PolicyValues => {
  const [top = '', inner] = path.split('.');
  return inner === undefined ? { [top]: value } : { [top]: { [inner]: value } };
};

const NAMES: readonly PolicyLayerName[] = ['connector', "connector's queue", 'host', "host's queue"];

/** Layers in which the first `count` of {@link NAMES} say something about a path. */
const layersUpTo = (path: PolicyPath, count: number, said: readonly unknown[] = values[path]): PolicyLayers => {
  const own = (index: number): PolicyLayer => (index < count ? layer(path, said[index]) : {});
  return {
    connector: { ...own(0), queues: { vip: own(1), other: layer(path, 'never') } },
    host: { ...own(2), queues: { vip: own(3) } },
  };
};

describe('the policy', () => {
  it.each<[string, PolicyLayers]>([
    ['no layers', {}],
    ['empty layers', { connector: {}, host: {} }],
    ['nothing set in a queue', { host: { queues: { vip: {} } } }],
  ])('is the built-in one with %s', (_, layers) => {
    expect([resolve(layers), resolve(layers, 'vip')]).toEqual([BUILT_IN, BUILT_IN]);
  });

  it('joins layers leaf by leaf', () => {
    const layers: PolicyLayers = {
      connector: {
        typing: 'preview',
        response: { target: 60, warnAt: 30 },
        queues: { vip: { response: { target: 20 } } },
      },
      host: {
        crm: true,
        response: { urgentAt: 5 },
        wrapUp: { notes: 'required' },
        queues: { vip: { wrapUp: { timeLimit: 90 } } },
      },
    };

    expect(resolve(layers, 'vip')).toEqual({
      crm: true,
      typing: 'preview',
      summaries: false,
      response: { target: 20, warnAt: 30, urgentAt: 5, anchor: 'first-unanswered' },
      wrapUp: { disposition: 'absent', notes: 'required', timeLimit: 90, dispositions: undefined },
    });
    expect(resolve(layers).response?.target).toBe(60);
  });

  it('has all places in the tests below', () => {
    expect(Object.keys(values)).toEqual([...POLICY_PATHS]);
  });

  it.each([60, 0.25])('has a timer with target %d and the defaults for the rest', (target) => {
    expect(resolve({ host: { response: { target } } }).response).toEqual({
      target,
      warnAt: 45,
      urgentAt: 15,
      anchor: 'first-unanswered',
    });
  });

  it.each([0, -1, -0.5, null])('has no timer with target %s, whatever weaker layers say', (target) => {
    expect(
      resolve({ connector: { response: { target: 60 } }, host: { response: { target } } }).response,
    ).toBeUndefined();
  });

  it('has no timer where only thresholds are set', () => {
    expect(resolve({ host: { response: { warnAt: 30, urgentAt: 10 } } }).response).toBeUndefined();
  });

  it('has no time limit of 0, which would leave no time to wrap up', () => {
    const layers: PolicyLayers = { connector: { wrapUp: { timeLimit: 60 } }, host: { wrapUp: { timeLimit: 0 } } };

    expect(resolve(layers).wrapUp.timeLimit).toBeUndefined();
  });
});

describe.each(POLICY_PATHS)('the layers of %s', (path) => {
  it('each beat the weaker ones, and are named', () => {
    const told = [0, 1, 2, 3, 4].map((count) => explain(layersUpTo(path, count), path, 'vip'));

    expect(told.slice(1)).toEqual(NAMES.map((name, index) => ({ layer: name, value: values[path][index] })));
    expect(told[0]?.layer).toBe('built-in');
  });

  it('of a queue say nothing about other queues and none', () => {
    const layers = layersUpTo(path, 4);

    expect([explain(layers, path), explain(layers, path, 'sales')]).toEqual([
      { layer: 'host', value: values[path][2] },
      { layer: 'host', value: values[path][2] },
    ]);
  });

  it('are unset by null, down to the built-in value', () => {
    const builtIn = explain({}, path).value;

    for (const [index, name] of NAMES.entries()) {
      const said = values[path].map((value, place) => (place === index ? null : value));
      expect(explain(layersUpTo(path, index + 1, said), path, 'vip')).toEqual({ layer: name, value: builtIn });
    }
  });

  it('are passed over where the value is bad', () => {
    for (const bad of bads[path]) {
      const [weakest] = values[path];
      expect(explain(layersUpTo(path, 4, [weakest, bad, bad, bad]), path, 'vip')).toEqual({
        layer: 'connector',
        value: weakest,
      });
      expect(explain(layersUpTo(path, 4, [bad, bad, bad, bad]), path, 'vip')).toEqual(explain({}, path));
    }
  });

  it('tell what is bad by path, and what the place takes', () => {
    for (const bad of bads[path]) {
      const problems = policyProblems(layersUpTo(path, 4, [bad, values[path][1], values[path][2], bad]));
      expect(problems.filter(({ path: place }) => !place.startsWith('queues.other'))).toEqual([
        { layer: 'connector', path, wants: expect.any(String) as string },
        { layer: "host's queue", path: `queues.vip.${path}`, wants: expect.any(String) as string },
      ]);
    }
  });

  it('find no fault with good values, null and nothing', () => {
    for (const good of [...values[path], null, undefined])
      expect(policyProblems({ host: { ...layer(path, good), queues: { vip: layer(path, good) } } })).toEqual([]);
  });
});

describe('null in a policy', () => {
  const connector: PolicyLayer = {
    response: { target: 60, anchor: 'last' },
    queues: { vip: { response: { target: 20 } }, sales: { response: { target: 30 } } },
  };

  it('unsets a whole group', () => {
    const layers = { connector, host: { response: null } };

    expect(resolve(layers).response).toBeUndefined();
    expect(explain(layers, 'response.anchor')).toEqual({ layer: 'host', value: 'first-unanswered' });
  });

  it('for a queue unsets what the connector says of that queue only', () => {
    const layers = { connector, host: { queues: { vip: null } } };

    expect(explain(layers, 'response.target', 'vip')).toEqual({ layer: 'connector', value: 60 });
    expect(explain(layers, 'response.target', 'sales')).toEqual({ layer: "connector's queue", value: 30 });
  });

  it('for all queues unsets what the connector says of any', () => {
    const layers = { connector, host: { queues: null } };

    expect(explain(layers, 'response.target', 'vip').layer).toBe('connector');
    expect(explain(layers, 'response.target', 'sales').layer).toBe('connector');
  });

  it('for a queue of the connector says nothing, as nothing weaker speaks of queues', () => {
    const layers = { connector: { ...connector, queues: { vip: null } } };

    expect(explain(layers, 'response.target', 'vip')).toEqual({ layer: 'connector', value: 60 });
  });

  it('in place of a layer says nothing', () => {
    const layers = { connector, host: null } as unknown as PolicyLayers;

    expect([explain(layers, 'response.target', 'vip').value, policyProblems(layers)]).toEqual([20, []]);
  });
});

describe('names that every object inherits', () => {
  const NAMES_OF_OBJECTS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];

  it.each(NAMES_OF_OBJECTS)('a queue called %s has the policy of no queue', (queue) => {
    expect(resolve({ host: { crm: true, queues: {} } }, queue)).toEqual({ ...BUILT_IN, crm: true });
  });

  it.each(NAMES_OF_OBJECTS)('a queue called %s can have a policy of its own', (queue) => {
    const host = JSON.parse(`{"queues": {"${queue}": {"crm": true}}}`) as PolicyLayer;

    expect([resolve({ host }, queue).crm, resolve({ host }).crm, policyProblems({ host })]).toEqual([true, false, []]);
  });

  it.each(NAMES_OF_OBJECTS)('a setting called %s is none and sets nothing', (name) => {
    const host = JSON.parse(
      `{"${name}": {"crm": true, "polluted": true}, "response": {"${name}": {"target": 5}}}`,
    ) as PolicyLayer;

    expect(resolve({ host })).toEqual(BUILT_IN);
    expect(policyProblems({ host }).map(({ path }) => path)).toEqual([name, `response.${name}`]);
    expect('polluted' in {}).toBe(false);
  });

  it.each([...NAMES_OF_OBJECTS, 'response', 'wrapUp.nothing'])('%s is no place to explain', (path) => {
    const host = JSON.parse(`{"${path}": 5, "wrapUp": {"nothing": 5}}`) as PolicyLayer;

    expect(explain({ host }, path as PolicyPath)).toEqual({ layer: 'built-in', value: undefined });
  });
});

describe('what is wrong with a policy', () => {
  const of = (host: unknown): readonly string[] =>
    policyProblems({ host: host as PolicyLayer }).map(
      ({ layer: name, path, wants }) => `${name}: ${path} wants ${wants}`,
    );
  const places = `one of ${POLICY_PATHS.join(', ')}, queues`;

  it.each<[string, unknown, readonly string[]]>([
    ['a word for a number', { response: { target: 'abc' } }, ['host: response.target wants a number of seconds']],
    [
      'a negative threshold',
      { response: { warnAt: -1 } },
      ['host: response.warnAt wants a number of seconds, 0 or more'],
    ],
    ['a word for a switch', { crm: 'yes' }, ['host: crm wants true or false']],
    ['an unknown word', { typing: 'all' }, ['host: typing wants one of "none", "indicator", "preview"']],
    ['a value for a group', { wrapUp: true }, ['host: wrapUp wants an object']],
    ['a list for a group', { response: [60] }, ['host: response wants an object']],
    ['an unknown setting', { colour: 'red' }, [`host: colour wants ${places}`]],
    ['an unknown setting in a group', { response: { goal: 60 } }, [`host: response.goal wants ${places}`]],
    ['an unknown setting that is null', { colour: null }, [`host: colour wants ${places}`]],
    ['a path for a name', { 'response.target': 60 }, [`host: ["response.target"] wants ${places}`]],
    ['a word for a policy', 'crm', ['host: policy wants an object']],
    ['a list for a policy', [], ['host: policy wants an object']],
    ['a list for the queues', { queues: ['vip'] }, ["host's queue: queues wants an object"]],
    ['a word for a queue', { queues: { vip: 'fast' } }, ["host's queue: queues.vip wants an object"]],
    ['queues in a queue', { queues: { vip: { queues: {} } } }, [`host's queue: queues.vip.queues wants ${places}`]],
  ])('is told: %s', (_, host, expected) => {
    expect(of(host)).toEqual(expected);
  });

  it('is told for each fault of a disposition tree, with its place; the tree stays in use', () => {
    const deep = (level: number): object => ({
      id: `d${level}`,
      name: `D${level}`,
      ...(level < 6 ? { children: [deep(level + 1)] } : {}),
    });
    const dispositions = [
      { id: 'a', name: 'A', children: [{ id: 'a', name: 'A2' }] },
      { id: 'b', name: 'B' },
      { id: 'b', name: 'B2' },
      { name: 'C' },
      { id: 'e' },
      { id: 'f', name: 'F', children: 'x' },
      deep(1),
    ];
    const layers = { host: { wrapUp: { dispositions } } } as unknown as PolicyLayers;

    expect(policyProblems(layers).map(({ path, wants }) => `${path} wants ${wants}`)).toEqual([
      'wrapUp.dispositions wants a tree without a loop (see "A › A2")',
      'wrapUp.dispositions wants each id once (see "B2")',
      'wrapUp.dispositions wants an id for each (see "C")',
      'wrapUp.dispositions wants a name for each (see "?")',
      'wrapUp.dispositions wants a list of children (see "F")',
      'wrapUp.dispositions wants five levels at most (see "D1 › D2 › D3 › D4 › D5 › D6")',
    ]);
    expect(resolve(layers).wrapUp.dispositions).toBe(dispositions);
  });
});
