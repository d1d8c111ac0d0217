/** What a designer or developer should know of a tag that its manifest cannot say. Backticks make code. */
export interface Guide {
  readonly use: string;
  /** What else to take, and when. */
  readonly instead?: string;
  readonly dos: readonly string[];
  readonly donts: readonly string[];
  readonly accessibility: readonly string[];
  /** Tags to look at next. */
  readonly related: readonly string[];
}
