import { expect } from '@open-wc/testing';
import { createExtractiveSummarizer } from '../../../src/connectors/local/index.js';
import { aMessage } from '../../support/builders.js';
import { conversationOf, conversations } from './conversations.js';
import { refusal } from './support.js';

const setup = (locale = 'en') => {
  const labels = { automatic: 'Automatic summary', endUser: 'Customer', agent: 'Agent' };
  return { summarizer: createExtractiveSummarizer(), request: { locale, labels } };
};

const linesOf = (text: string): readonly string[] => text.split('\n').slice(1);
const quoteIn = (line: string): string => line.replace(/^(?:Customer|Agent)\u00a0?: /, '');

describe('the summary made offline', () => {
  for (const [name, { said, summary, locale }] of Object.entries(conversations)) {
    it(`of ${name} says what was asked and what was answered`, async () => {
      const { summarizer, request } = setup(locale);
      const { text, automatic } = await summarizer.summarize(said, request);
      expect(text.split('\n')).to.deep.equal(['Automatic summary', ...summary]);
      expect(automatic).to.equal(true);
    });
  }

  it('quotes only its own conversation, so that no two of ten are alike', async () => {
    const { summarizer, request } = setup();
    const own = Object.values(conversations).map(({ said }) => said);
    const summaries = await Promise.all(own.map((said) => summarizer.summarize(said, request)));
    expect(new Set(summaries.map(({ text }) => text)).size).to.equal(own.length);
    summaries.forEach(({ text }, index) => {
      for (const line of linesOf(text)) {
        const holders = own.filter((said) => said.some((message) => message.text.includes(quoteIn(line))));
        expect(holders, line).to.deep.equal([own[index]]);
      }
    });
  });

  it('is the same each time for the same conversation', async () => {
    const { summarizer, request } = setup();
    const { said } = conversations['a refund'] ?? { said: [] };
    const [one, two] = await Promise.all([
      summarizer.summarize(said, request),
      summarizer.summarize([...said], request),
    ]);
    expect(one).to.deep.equal(two);
  });

  it('leaves out notes among agents, bots, and what is no text', async () => {
    const { summarizer, request } = setup();
    const said = [
      aMessage({ id: '1', text: 'Where is order 48213?' }),
      aMessage({ id: '2', text: 'Order 99999 will be refunded.', author: 'bot' }),
      aMessage({ id: '3', text: 'The refund of 99999 will be late.', author: 'agent', internal: true }),
      aMessage({ id: '4', text: 'photo-99999.jpg', kind: 'image' }),
    ];
    const { text } = await summarizer.summarize(said, request);
    expect(linesOf(text)).to.deep.equal(['Customer: Where is order 48213?']);
  });

  it('cuts a very long sentence at a word, and says so', async () => {
    const { summarizer, request } = setup();
    const { text } = await summarizer.summarize(conversationOf(`> I need ${'very '.repeat(80)}much help`), request);
    expect(quoteIn(linesOf(text)[0] ?? '')).to.match(/^I need (?:very )+very…$/);
    expect(text.length).to.be.lessThan(200);
  });

  it('quotes a greeting when nothing else was said', async () => {
    const { summarizer, request } = setup();
    const { text } = await summarizer.summarize(conversationOf('> Hello!', '< Hi'), request);
    expect(linesOf(text)).to.deep.equal(['Customer: Hello!']);
  });

  it('does not take an abbreviation for the end of a sentence', async () => {
    const { summarizer, request } = setup();
    const { text } = await summarizer.summarize(
      conversationOf('> I never got no. 4 of the series by Dr. Lang.'),
      request,
    );
    expect(linesOf(text)).to.deep.equal(['Customer: I never got no. 4 of the series by Dr. Lang.']);
  });

  it('is refused where nobody has written anything', async () => {
    const { summarizer, request } = setup();
    for (const said of [[], [aMessage({ kind: 'image', text: '' })]]) {
      const error = await refusal(summarizer.summarize(said, request));
      expect(error.code).to.equal('unsupported');
      expect(error.message).to.contain('nobody has written anything yet');
    }
  });
});
