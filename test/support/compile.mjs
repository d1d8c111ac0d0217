// Compiles src into dist as `tsc` does, but for the templates, which are made small.
import ts from 'typescript';
import { atTop } from './at-top.mjs';
import { smallMarkup, smallStyles } from './small-templates.mjs';

/**
 * A part of a template with another text.
 * @template {ts.TemplateLiteralToken} T
 * @param {ts.TemplateLiteralLikeNode & T} part
 * @param {(text: undefined, raw: string) => T} create
 */
const smallPart = (part, create) => ts.setTextRange(create(undefined, smallMarkup(part.rawText ?? '')), part);

/** @type {ts.TransformerFactory<ts.SourceFile>} */
const smallTemplates = (context) => {
  const { factory } = context;

  /** @type {(template: ts.TemplateLiteral) => ts.TemplateLiteral} */
  const markup = (template) =>
    ts.isNoSubstitutionTemplateLiteral(template)
      ? smallPart(template, factory.createNoSubstitutionTemplateLiteral)
      : factory.updateTemplateExpression(
          template,
          smallPart(template.head, factory.createTemplateHead),
          template.templateSpans.map((span) =>
            factory.updateTemplateSpan(
              span,
              ts.visitNode(span.expression, visit, ts.isExpression),
              ts.isTemplateTail(span.literal)
                ? smallPart(span.literal, factory.createTemplateTail)
                : smallPart(span.literal, factory.createTemplateMiddle),
            ),
          ),
        );

  /** @type {(template: ts.TemplateLiteral) => ts.TemplateLiteral} */
  const styles = (template) => {
    if (!ts.isNoSubstitutionTemplateLiteral(template))
      throw new Error('Styles with values in them cannot be made small.');
    return ts.setTextRange(
      factory.createNoSubstitutionTemplateLiteral(undefined, smallStyles(template.text)),
      template,
    );
  };

  /** @type {Readonly<Record<string, typeof markup>>} */
  const made = { html: markup, svg: markup, css: styles };

  /** @type {ts.Visitor<ts.Node, ts.Node>} */
  const visit = (node) => {
    const make = ts.isTaggedTemplateExpression(node) && made[node.tag.getText()];
    return make
      ? factory.updateTaggedTemplateExpression(node, node.tag, undefined, make(node.template))
      : ts.visitEachChild(node, visit, context);
  };
  return (file) => ts.visitNode(file, visit, ts.isSourceFile);
};

const { fileNames, options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile(atTop('tsconfig.json'), ts.sys.readFile).config,
  ts.sys,
  atTop(),
);
const program = ts.createProgram(fileNames, options);
const { diagnostics } = program.emit(undefined, undefined, undefined, undefined, { before: [smallTemplates] });
const problems = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
if (problems.length > 0) {
  console.error(ts.formatDiagnosticsWithColorAndContext(problems, ts.createCompilerHost(options)));
  process.exitCode = 1;
}
