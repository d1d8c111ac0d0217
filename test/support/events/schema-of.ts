import ts from 'typescript';

/** A JSON Schema, as far as details of events need it. */
export type Schema = Readonly<Record<string, unknown>>;

export interface SchemaMaker {
  /** The type of an exported class's instances. */
  classNamed(name: string): ts.Type;
  /** The schema of a property's type. Throws at a type that is no plain data. */
  schemaOf(owner: ts.Type, property: string): Schema;
}

/** Makes schemas of the types that `entry` exports, by what the compiler knows of them. */
export const schemaMaker = (program: ts.Program, entry: string): SchemaMaker => {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(entry);
  const module = source && checker.getSymbolAtLocation(source);
  if (source === undefined || module === undefined) throw new Error(`${entry} is no module.`);
  const exported = new Map(checker.getExportsOfModule(module).map((symbol) => [symbol.name, symbol]));

  const words = (symbol: ts.Symbol): Schema => {
    const description = ts.displayPartsToString(symbol.getDocumentationComment(checker)).replaceAll(/\s*\n\s*/g, ' ');
    return description === '' ? {} : { description };
  };

  const ofUnion = (types: readonly ts.Type[], place: string): Schema => {
    if (types.every((type) => (type.flags & ts.TypeFlags.BooleanLiteral) !== 0)) return { type: 'boolean' };
    // `'web' | (string & {})`: some words, and any other.
    if (types.some((type) => type.isIntersection())) return { type: 'string' };
    if (types.every((type) => type.isStringLiteral())) return { enum: types.map(({ value }) => value).sort() };
    return { anyOf: types.map((type) => ofType(type, place)) };
  };

  const ofObject = (type: ts.Type, place: string): Schema => {
    const values = checker.getIndexTypeOfType(type, ts.IndexKind.String);
    if (values !== undefined) return { type: 'object', additionalProperties: ofType(values, place) };
    const fields = checker.getPropertiesOfType(type).map((symbol) => {
      const full = checker.getTypeOfSymbolAtLocation(symbol, source);
      const may = (symbol.flags & ts.SymbolFlags.Optional) !== 0 || allows(full, ts.TypeFlags.Undefined);
      return { name: symbol.name, may, schema: { ...ofType(full, `${place}.${symbol.name}`), ...words(symbol) } };
    });
    return {
      type: 'object',
      properties: Object.fromEntries(fields.map(({ name, schema }) => [name, schema])),
      required: fields.filter(({ may }) => !may).map(({ name }) => name),
      additionalProperties: false,
    };
  };

  const allows = (type: ts.Type, flag: ts.TypeFlags): boolean =>
    type.isUnion() ? type.types.some((part) => (part.flags & flag) !== 0) : (type.flags & flag) !== 0;

  const ofType = (given: ts.Type, place: string): Schema => {
    const { flags } = given;
    if (flags & ts.TypeFlags.String) return { type: 'string' };
    if (flags & ts.TypeFlags.Number) return { type: 'number' };
    if (given.isStringLiteral()) return { const: given.value };
    if (given.isUnion()) {
      const parts = given.types.filter((part) => (part.flags & ts.TypeFlags.Undefined) === 0);
      return parts.length === 1 && parts[0] !== undefined ? ofType(parts[0], place) : ofUnion(parts, place);
    }
    if (checker.isArrayType(given)) {
      const [item] = checker.getTypeArguments(given as ts.TypeReference);
      return { type: 'array', items: item === undefined ? {} : ofType(item, place) };
    }
    const isPlain = given.getCallSignatures().length + given.getConstructSignatures().length === 0;
    if ((flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0 && !given.isClass() && isPlain)
      return ofObject(given, place);
    throw new Error(`${place} is ${checker.typeToString(given)}: a detail is plain data only.`);
  };

  return {
    classNamed(name) {
      const symbol = exported.get(name);
      if (symbol === undefined) throw new Error(`${entry} does not export ${name}.`);
      const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
      return checker.getDeclaredTypeOfSymbol(isAlias ? checker.getAliasedSymbol(symbol) : symbol);
    },
    schemaOf(owner, property) {
      const symbol = checker.getPropertyOfType(owner, property);
      if (symbol === undefined) throw new Error(`${checker.typeToString(owner)} has no ${property}.`);
      return ofType(checker.getTypeOfSymbolAtLocation(symbol, source), property);
    },
  };
};
