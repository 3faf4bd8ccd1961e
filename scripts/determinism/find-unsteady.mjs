// Finds, in the text of one source of the engine, what may give other bytes on another machine, day or run.
import ts from 'typescript';

/** Members of `Math` that IEEE 754 or the language fixes to the last bit. */
const exactMath = new Set([
  ...['sqrt', 'abs', 'floor', 'ceil', 'round', 'trunc', 'min', 'max', 'sign', 'fround', 'imul', 'clz32'],
  ...['PI', 'E', 'LN2', 'LN10', 'LOG2E', 'LOG10E', 'SQRT2', 'SQRT1_2'],
]);

/** Globals that know the machine, the clock, the language of the user or the collector of garbage. */
const machineGlobals = new Set([
  ...['Date', 'Intl', 'performance', 'process', 'globalThis', 'window', 'self', 'navigator', 'document', 'console'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'crypto', 'fetch', 'require', 'eval', 'Function'],
  ...['WeakRef', 'FinalizationRegistry', 'Atomics'],
]);

/** Methods, of whatever object, that depend on the language of the user. */
const localeMethods = new Set([
  ...['localeCompare', 'toLocaleString', 'toLocaleUpperCase', 'toLocaleLowerCase'],
  ...['toLocaleDateString', 'toLocaleTimeString'],
]);

/**
 * @param {string} file Name, for messages of the parser.
 * @param {string} text TypeScript.
 * @returns {{ line: number, column: number, message: string }[]} In the order of the text; lines and columns from 1.
 */
export function findUnsteady(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true);
  const declared = declaredNames(source);
  /** @type {{ line: number, column: number, message: string }[]} */
  const found = [];

  /** @param {ts.Node} node */
  const visit = (node) => {
    const message = faultOf(node, declared);
    if (message) {
      const { line, character } = source.getLineAndCharacterOfPosition(node.getStart(source));
      found.push({ line: line + 1, column: character + 1, message });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/**
 * @param {ts.Node} node
 * @param {Set<string>} declared
 * @returns {string | undefined}
 */
function faultOf(node, declared) {
  if (ts.isIdentifier(node) && !isMemberName(node)) return faultOfName(node, declared);
  if (isPower(node) && !isSquare(node.right)) {
    return "a power other than the square differs between engines: use numerics/elementary's pow";
  }
  const member = memberName(node);
  if (member && localeMethods.has(member)) return `${member} depends on the language of the user: compare code units`;
  if (isModuleVariable(node)) return 'a variable of the module is state that outlives the call: pass it';
  return undefined;
}

/**
 * @param {ts.Identifier} node
 * @param {Set<string>} declared
 */
function faultOfName(node, declared) {
  const name = node.text;
  if (name === 'Math') {
    const member = memberName(node.parent);
    if (member === undefined) return 'Math may be used only as Math.<member>, so that its members can be checked';
    if (member === 'random') return "Math.random differs on every run: use numerics' counter-based streams";
    if (exactMath.has(member)) return undefined;
    return `Math.${member} differs between engines: use numerics/elementary`;
  }
  if (machineGlobals.has(name) && !declared.has(name)) return `the engine is pure and knows no ${name}`;
  return undefined;
}

/**
 * Names that the file gives to things of its own, such as a `process` at a border.
 *
 * @param {ts.SourceFile} source
 * @returns {Set<string>}
 */
function declaredNames(source) {
  /** @type {Set<string>} */
  const names = new Set();
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (
      (ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node)) &&
      ts.isIdentifier(node.name)
    ) {
      names.add(node.name.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
}

/**
 * Whether an identifier only names a member of something: `a.process`, `{ process: 1 }`, `type A = { process: B }`.
 *
 * @param {ts.Identifier} node
 */
function isMemberName(node) {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  if (ts.isQualifiedName(parent)) return parent.right === node;
  if (ts.isBindingElement(parent)) return parent.propertyName === node;
  return (
    (ts.isPropertyAssignment(parent) ||
      ts.isPropertySignature(parent) ||
      ts.isPropertyDeclaration(parent) ||
      ts.isMethodSignature(parent) ||
      ts.isMethodDeclaration(parent)) &&
    parent.name === node
  );
}

/**
 * @param {ts.Node} node
 * @returns {string | undefined} The member that an expression names, by `.` or by a literal in brackets.
 */
function memberName(node) {
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) {
    return node.argumentExpression.text;
  }
  return undefined;
}

/**
 * @param {ts.Node} node
 * @returns {node is ts.BinaryExpression}
 */
function isPower(node) {
  if (!ts.isBinaryExpression(node)) return false;
  const { kind } = node.operatorToken;
  return kind === ts.SyntaxKind.AsteriskAsteriskToken || kind === ts.SyntaxKind.AsteriskAsteriskEqualsToken;
}

/** @param {ts.Expression} exponent */
function isSquare(exponent) {
  return (ts.isNumericLiteral(exponent) && exponent.text === '2') || ts.isBigIntLiteral(exponent);
}

/** @param {ts.Node} node */
function isModuleVariable(node) {
  return (
    ts.isVariableStatement(node) &&
    ts.isSourceFile(node.parent) &&
    (node.declarationList.flags & ts.NodeFlags.BlockScoped) !== ts.NodeFlags.Const
  );
}
