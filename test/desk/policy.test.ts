import { describe, expect, it } from 'vitest';
import { setup } from './support/setup.js';

describe('the policy', () => {
  it("is built from the connector's layer and the host's, and says which decides", () => {
    const { connector, desk } = setup({ desk: { policy: { typing: 'preview' } } });
    connector.emit({
      type: 'policy',
      policy: { typing: 'none', summaries: true, queues: { sales: { summaries: false } } },
    });
    expect(desk.policy$.value).toMatchObject({ typing: 'preview', summaries: true });
    expect(desk.explain('typing')).toEqual({ layer: 'host', value: 'preview' });
    expect(desk.explain('summaries', 'sales')).toEqual({ layer: "connector's queue", value: false });
    desk.setPolicy(undefined);
    expect(desk.policy$.value.typing).toBe('none');
  });

  it('with bad values warns once by layer and path, and the next layer decides', () => {
    const { connector, desk, warnings } = setup({ desk: { policy: { response: { target: 'abc' as never } } } });
    desk.setPolicy({ response: { target: 'abd' as never } });
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/host.*response\.target.*number/u);
    connector.emit({ type: 'policy', policy: { response: { target: 30 } } });
    expect(desk.policy$.value.response?.target).toBe(30);
    connector.emit({ type: 'policy', policy: { typing: 'loud' } });
    expect(warnings).toHaveLength(2);
  });
});
