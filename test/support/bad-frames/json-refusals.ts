/** A text that no parser of JSON may take. Bytes where it is no UTF-8 either. */
export type Refusal = string | Buffer;

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
const lines = (text: string): readonly string[] => text.trim().split('\n');

/**
 * What the parsing test suite for JSON (RFC 8259) wants refused, by kind. Written anew: one line each where one can be,
 * and the long ones as long as fits into a frame.
 */
export const JSON_REFUSALS: Readonly<Record<string, readonly Refusal[]>> = {
  lists: [
    ...lines(String.raw`
[1 true]
["": 1]
[""],
[,1]
[1,,2]
["x",,]
["x"]]
["",]
["x"
[x
[3[4]]
[1:2]
[,]
[-]
[   , ""]
[1,]
[1,,]
[*]
[""
[1,
[{}`),
    ...['["a",\n4\n,1,', '["\va"\f]', '[1,\n1\n,1'],
    ...['[a\xe5]', '[\xff]'].map(bytes),
  ],
  words: lines('[fals]\n[nul]\n[tru]\n[True]\n[ false, nul\n[ true, fals\n[ false, tru'),
  numbers: [
    ...lines(`
[++1234]
[+1]
[+Inf]
[-01]
[-1.0.]
[-2.]
[-NaN]
[.-1]
[.2e-3]
[0.1.2]
[0.3e+]
[0.3e]
[0.e1]
[0E+]
[0E]
[0e+]
[0e]
[1.0e+]
[1.0e-]
[1.0e]
[1 000.0]
[1eE2]
[2.e+3]
[2.e-3]
[2.e3]
[9.e+]
[Inf]
[NaN]
[\uff11]
[1+2]
[0x1]
[0x42]
[Infinity]
[0e+-1]
[-123.123foo]
[-Infinity]
[-foo]
[- 1]
[-012]
[-.123]
[-1x]
[1ea]
[1.]
[.123]
[1.2a-3]
[1.8011670033376514H-308]
[012]`),
    '123\0',
    ...['[123\xe5]', '[1e1\xe5]', '[0\xe5]', '[1e\xe5]'].map(bytes),
  ],
  objects: [
    ...lines(String.raw`
["x", truth]
{[: "x"}
{"x", null}
{"x"::"b"}
{🇨🇭}
{"a":"a" 123}
{key: 'value'}
{"a" b}
{:"b"}
{"a" "b"}
{"a":
{"a"
{1:1}
{9999E9999:1}
{null:null,null:null}
{"id":0,,,,,}
{'a':0}
{"id":0,}
{"a":"b"}/**/
{"a":"b"}/**//
{"a":"b"}//
{"a":"b"}/
{"a":"b",,"c":"d"}
{a: "b"}
{"a":"a
{ "foo" : "bar", "a" }
{"a":"b"}#`),
    bytes('{"\xb9":"0",}'),
  ],
  strings: [
    ...lines(String.raw`
["\uD800\"]
["\uD800\u"]
["\uD800\u1"]
["\uD800\u1x"]
[é]
["\x00"]
["\\\"]
["\🌀"]
["\"]
["\u00A"]
["\uD834\uDd"]
["\uD800\uD800\x"]
["\a"]
["\uqqqq"]
[\u0020"asd"]
[\n]
"
['single quote']
abc
["\
"\UA66D"
""x`),
    ...['["\\\0"]', '["\\\t"]', '["a\0a"]', '["new\nline"]', '["\t"]'],
    ...['["\\u\xe5"]', '["\\\xe5"]'].map(bytes),
  ],
  structures: [
    ...lines(String.raw`
<.>
[<null>]
[1]x
[1]]
["asd]
aå
1]
{"x": true,
[][]
]
[
2@
{}}
{"":
{"a":/*comment*/"b"}
{"a": true} "x"
['
[,
[{
["a
["a"
{
{]
{,
{[
{"a
{'a'
["\{["\{["\{["\{
*
{"a":"b"}#{}
[\u000A""]
[1
{"asd":"asd"
å`),
    ...['', ' ', '\0', '[\0]', '\u2060', '[\u2060]', '\ufeff', '[\f]'],
    ...['['.repeat(60_000), '[{"":'.repeat(12_000)],
    ...['\xef\xbb{}', '\xe5', '\xe9'].map(bytes),
  ],
};

/** A refusal as a value in a frame that is good without it: only a parser of JSON can tell. */
export const inAFrame = (refusal: Refusal): Refusal =>
  typeof refusal === 'string'
    ? `{"type":"ping","more":${refusal}}`
    : Buffer.concat([bytes('{"type":"ping","more":'), refusal, bytes('}')]);
