import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseSync } from 'vite';

interface Node {
  readonly type: string;
  readonly [part: string]: unknown;
}

/** What one source file may say, and which files it brings with it. */
interface Reading {
  /** Texts that may be keys; a text with holes as a pattern over keys. */
  readonly texts: readonly (string | RegExp)[];
  readonly brings: readonly string[];
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
const partsOf = (node: Node): readonly Node[] => Object.values(node).flat().filter(isNode);
const everyNode = (node: Node): readonly Node[] => [node, ...partsOf(node).flatMap(everyNode)];
const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** `'room.key'`, or `` `room.${which}` `` as a pattern over keys; `undefined` when the node names no room. */
function writtenIn(node: Node): string | RegExp | undefined {
  if (node.type === 'Literal') return typeof node['value'] === 'string' && /^\w+\./.test(node['value']) ? node['value'] : undefined;
  if (node.type !== 'TemplateLiteral') return undefined;
  const quasis = (node['quasis'] as readonly { value: { cooked: string } }[]).map(({ value }) => value.cooked);
  return /^\w+\./.test(quasis[0] ?? '') ? new RegExp(`^${quasis.map(literally).join('.+')}$`) : undefined;
}

/** Is one of these texts a key of which the room is not written? A name says nothing here: what it names is written elsewhere. */
function isUnwritten(node: Node): boolean {
  const of = (part: string): boolean => isUnwritten(node[part] as Node);
  if (node.type === 'ConditionalExpression') return of('consequent') || of('alternate');
  if (node.type === 'LogicalExpression') return of('left') || of('right');
  return (node.type === 'TemplateLiteral' || node.type === 'Literal') && writtenIn(node) === undefined;
}

const isKeyType = (node: Node): boolean => (node['typeName'] as Node | undefined)?.['name'] === 'PhraseKey';

/** A key that nobody can follow: cast from data, or a template that does not begin with its room. */
function isLost(node: Node): boolean {
  if (node.type === 'TSAsExpression') return isKeyType(node['typeAnnotation'] as Node) && writtenIn(node['expression'] as Node) === undefined;
  if (node.type !== 'CallExpression' || (node['callee'] as Node)['name'] !== 'say') return false;
  const [key] = node['arguments'] as readonly Node[];
  return key !== undefined && isUnwritten(key);
}

/** The file an import brings at run time, when it is one of ours. */
function broughtBy(node: Node, file: string): string | undefined {
  const source = node['source'] as Node | null | undefined;
  const isImport = /^(ImportDeclaration|ExportNamedDeclaration|ExportAllDeclaration|ImportExpression)$/.test(node.type);
  if (!isImport || !source || node['importKind'] === 'type' || node['exportKind'] === 'type') return undefined;
  const path = String(source['value']);
  if (!/^\.{1,2}\/.*\.tsx?$/.test(path)) return undefined;
  return resolve(dirname(file), path);
}

const readings = new Map<string, { source: string; reading: Reading }>();

/** @throws Error naming a key that cannot be followed: the page would come alive without its sentence */
function read(file: string): Reading {
  const source = readFileSync(file, 'utf8');
  const kept = readings.get(file);
  if (kept?.source === source) return kept.reading;
  const nodes = everyNode(parseSync(file, source, { preserveParens: false }).program as unknown as Node);
  const lost = nodes.find(isLost);
  if (lost) throw new Error(`${file}: a sentence’s key is written where it is said, room first: ${source.slice(lost['start'] as number, lost['end'] as number)}`);
  const reading = { texts: nodes.flatMap((node) => writtenIn(node) ?? []), brings: nodes.flatMap((node) => broughtBy(node, file) ?? []).filter(existsSync) };
  readings.set(file, { source, reading });
  return reading;
}

/** This file and all it brings, in the order it is met. */
export function filesFrom(file: string, met = new Set<string>()): ReadonlySet<string> {
  if (met.has(file)) return met;
  met.add(file);
  read(file).brings.forEach((brought) => filesFrom(brought, met));
  return met;
}

/**
 * The keys that `file`, and whatever it imports, may say: each is written somewhere in those sources, whole or as a template, because
 * the type of a key admits nothing else. What a server-only part of them sends as a key is counted too.
 */
export function keysSaidFrom(file: string, keys: readonly string[]): readonly string[] {
  const texts = new Set([...filesFrom(file)].flatMap((one) => read(one).texts));
  const patterns = [...texts].filter((text) => text instanceof RegExp);
  return keys.filter((key) => texts.has(key) || patterns.some((text) => text.test(key)));
}
