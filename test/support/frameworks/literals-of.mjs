import ts from 'typescript';
import { atTop } from '../at-top.mjs';

/**
 * The words that a property takes, where its type is a choice of words, whatever the type is called.
 * @returns {(className: string, property: string) => readonly string[]}
 */
export const readLiterals = () => {
  const entry = atTop('dist/index.d.ts');
  const program = ts.createProgram([entry], {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    skipLibCheck: true,
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(entry);
  const index = source && checker.getSymbolAtLocation(source);
  const exported = index ? checker.getExportsOfModule(index) : [];
  return (className, property) => {
    const symbol = exported.find(({ name }) => name === className);
    if (symbol === undefined) throw new Error(`${className} is not exported.`);
    const member = checker.getPropertyOfType(checker.getDeclaredTypeOfSymbol(symbolOf(checker, symbol)), property);
    const type = member && checker.getTypeOfSymbol(member);
    return type?.isUnion() ? type.types.flatMap((each) => (each.isStringLiteral() ? [each.value] : [])) : [];
  };
};

/** What an export stands for. @param {ts.TypeChecker} checker @param {ts.Symbol} symbol */
const symbolOf = (checker, symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol);
