import { describe, expect, it } from 'vitest';
import { smallMarkup, smallStyles } from './small-templates.mjs';

describe('a template made small', () => {
  it('has one space for each break in its markup, but for those inside a tag before its end', () => {
    const markup = '<p\n  class="line"\n  >a  b</p\n>\n\n  <i></i>';
    expect(smallMarkup(markup)).toBe('<p class="line">a  b</p> <i></i>');
  });

  it('has neither layout nor comments in its styles', () => {
    const styles = `
      /* Why. */
      p,
      li {
        color: red;
      }
    `;
    expect(smallStyles(styles)).toBe('p,li{color:red}');
  });

  it('can stand between backticks with a backslash in its styles', () => {
    expect(smallStyles(String.raw`.\31 { color: red }`)).toBe(String.raw`.\\31 {color:red}`);
  });
});
