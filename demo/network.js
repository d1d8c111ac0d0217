// What the demo's pages need to meet over a network: the gateway behind this server, and its tokens for demonstrations.
const address = new URL('chat', location.href.replace(/^http/, 'ws'));
address.search = '';

/**
 * Who sits at this tab: the same after a reload, another one in another tab.
 *
 * @param {string} role
 */
export const idOf = (role) => {
  const key = `harbour/${role}/${location.search}`;
  const id = sessionStorage.getItem(key) ?? `${role}-${crypto.randomUUID().slice(0, 8)}`;
  sessionStorage.setItem(key, id);
  return id;
};

/**
 * How to reach the gateway. In production a token comes from whoever signed the person in.
 *
 * @param {{ role: 'agent' | 'end-user'; sub: string; [claim: string]: unknown }} claims
 */
export const overTheNetwork = (claims) => ({
  url: address.href,
  // The pages of a demo are few enough to try again soon.
  longestPause: 2000,
  getToken: async () => {
    const answer = await fetch('demo/token', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(claims),
    });
    if (!answer.ok) throw new Error(`There is no token: ${answer.status}.`);
    return /** @type {{ token: string }} */ (await answer.json()).token;
  },
});
