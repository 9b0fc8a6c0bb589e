import { data, Evaluator, Lexer, Parser } from '@actions/expressions';
import { type Token, TokenType } from '@actions/expressions/lexer';
import { truthy } from '@actions/expressions/result';
import {
  isBasicExpression,
  isBoolean,
  isMapping,
  isNumber,
  isSequence,
  isString,
} from '@actions/workflow-parser';
import { NullToken } from '@actions/workflow-parser/templates/tokens/null-token';
import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/template-token';

/** A value of a workflow once its expressions are evaluated. */
export type Value = string | number | boolean | null | readonly Value[] | Mapping;

/** A mapping of a workflow once its expressions are evaluated. */
export interface Mapping {
  readonly [name: string]: Value;
}

/** The result of earlier steps or jobs, for `success()` and similar functions. */
export type Status = 'success' | 'failure' | 'cancelled' | 'skipped';

/** The scope of an expression: contexts by name, and the result of earlier steps or jobs. */
export interface Scope {
  readonly contexts: Mapping;
  readonly status: Status;
}

/** The value of a part of a workflow. Throws for a context or function that the scope lacks. */
export function evaluate(token: TemplateToken, scope: Scope): Value {
  if (isBasicExpression(token)) return evaluateExpression(token.expression, scope);
  if (isSequence(token)) return [...token].map((item) => evaluate(item, scope));
  if (isMapping(token)) {
    const entries = [...token].map(({ key, value }) => [
      textOf(evaluate(key, scope)),
      evaluate(value, scope),
    ]);
    return Object.fromEntries(entries);
  }
  if (isString(token) || isNumber(token) || isBoolean(token)) return token.value;
  if (token instanceof NullToken) return null;
  throw new Error(`a workflow may not have ${token.toString()} here`);
}

/** The value of an expression without its `${{ }}`. */
export function evaluateExpression(expression: string, scope: Scope): Value {
  return JSON.parse(JSON.stringify(result(expression, scope), data.replacer));
}

/** Whether an expression without its `${{ }}` is true. */
export function isTrue(expression: string, scope: Scope): boolean {
  return truthy(result(expression, scope));
}

/** A scalar as GitHub writes it into an input or a variable. */
export function textOf(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'object') throw new Error('a list or mapping stands where text belongs');
  return String(value);
}

function result(expression: string, { contexts, status }: Scope): data.ExpressionData {
  const functions = statusFunctions(status);
  const tokens = new Lexer(expression).lex().tokens.map(unescapeString);
  const parsed = new Parser(tokens, Object.keys(contexts), [...functions.values()]).parse();
  const known = Object.entries(contexts).map(([key, value]) => ({ key, value: revived(value) }));
  return new Evaluator(parsed, new data.Dictionary(...known), functions).evaluate();
}

/** The lexer takes only the first `''` of a string for a quote. */
function unescapeString(token: Token): Token {
  if (token.type !== TokenType.STRING) return token;
  return { ...token, value: token.lexeme.slice(1, -1).replaceAll("''", "'") };
}

function statusFunctions(status: Status) {
  const statusChecks = {
    success: status === 'success',
    failure: status === 'failure',
    cancelled: status === 'cancelled',
    always: true,
  };
  return new Map(
    Object.entries(statusChecks).map(([name, holds]) => [
      name,
      { name, minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(holds) },
    ]),
  );
}

function revived(value: Value): data.ExpressionData {
  return JSON.parse(JSON.stringify(value), data.reviver);
}
