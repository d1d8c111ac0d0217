// The adapter with no chat, written by hand: a strip that says so, its button, and the place for a conversation.
const styles = `
  .hand-page { display: flex; block-size: 100%; font: 14px/1.4 sans-serif; background: #fff; }
  .hand-page nav { display: flex; flex-direction: column; inline-size: 92px; background: #f4f5f7; }
  .hand-page nav p { margin: auto 4px; color: #666; font-size: 12px; text-align: center; }
  .hand-page nav button { align-self: center; margin: 6px; border: 0; background: none; }
  .hand-page main { flex: 1; display: flex; flex-direction: column; justify-content: center; text-align: center; }
  .hand-page h2 { margin: 0; font-size: 16px; }
  .hand-page main p { margin: 4px; color: #666; }
`;

const page = `<section class="hand-page" aria-label="Chat">
  <nav aria-label="Chats"><p>No chats</p><button type="button" aria-label="Show previews" aria-expanded="false">›</button></nav>
  <main><h2>No conversation is open</h2><p>Answer a new chat to begin.</p></main>
</section>`;

export const open = (host: HTMLElement): void => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);
  host.innerHTML = page;
};
