import type { FetchNode } from '@apollo/query-planner'
import { parse, type GraphQLFormattedError, type GraphQLSchema } from 'graphql'
import { compileFetchShape, ENTITIES, type FetchShape } from '../subgraph/fetch-shape.ts'
import { dropInterfaceNames } from '../subgraph/interface-names.ts'
import { renamedBack } from '../subgraph/planner-aliases.ts'
import { soundAnswer } from '../subgraph/sound-answer.ts'
import { entitiesAt, pathsAt, placeOf, type Cursor } from './cursor.ts'
import type { PlanRun } from './plan-run.ts'
import { copyJson, getOwn, mergeInto, type JsonObject } from '../json/json.ts'
import { represent } from './representation.ts'
import { rewrite } from './rewrite.ts'

type Path = readonly (string | number)[]

/** One request to one subgraph, merged in at the cursor. Failures become errors of the run. */
export async function executeFetch(node: FetchNode, run: PlanRun, cursor: Cursor): Promise<void> {
  const entities = entitiesAt(cursor)
  if (entities.length === 0) return
  if (node.requires) await fetchEntities(node, run, cursor, entities)
  else await fetchRoot(node, run, cursor, entities)
}

const shapes = new WeakMap<FetchNode, FetchShape>()

function shapeOf(node: FetchNode, supergraphSchema: GraphQLSchema): FetchShape {
  const known = shapes.get(node)
  if (known) return known
  const shape = compileFetchShape(supergraphSchema, node.operationDocumentNode ?? parse(node.operation))
  shapes.set(node, shape)
  return shape
}

function variablesOf({ variableUsages }: FetchNode, { variables }: PlanRun): JsonObject {
  const used: JsonObject = {}
  for (const name of variableUsages ?? []) {
    const value = getOwn(variables, name)
    if (value !== undefined) used[name] = value
  }
  return used
}

/** Adds the errors of an answer to those of the run, at each place of the client's answer that they stand for. */
function report(
  { serviceName }: FetchNode,
  run: PlanRun,
  errors: readonly GraphQLFormattedError[],
  pathsOf: (path: Path) => Path[],
): void {
  for (const { path, ...error } of errors) {
    const common = { ...error, serviceName }
    if (!path) run.errors.push(common)
    else for (const each of pathsOf(path)) run.errors.push({ ...common, path: each.map(clientStep) })
  }
}

const clientStep = (step: string | number) => (typeof step === 'string' ? renamedBack(step) : step)

async function fetchRoot(
  node: FetchNode,
  run: PlanRun,
  cursor: Cursor,
  entities: JsonObject[],
): Promise<void> {
  const asked = { shape: shapeOf(node, run.supergraphSchema), variables: run.coerced, representations: 0 }
  const body = JSON.stringify(variablesOf(node, run))
  const { data, errors } = await soundAnswer(asked, () => run.fetch(node, body))
  report(node, run, errors, (path) => [[...placeOf(cursor), ...path]])
  if (!data) return
  rewrite(run.supergraphSchema, node.outputRewrites, data)
  for (const entity of entities) mergeInto(entity, data)
}

/** Which entities one distinct representation stands for, by their index at the cursor. */
interface Representations {
  readonly texts: string[]
  readonly indexes: number[][]
}

function representAll(node: FetchNode, run: PlanRun, entities: JsonObject[]): Representations {
  const { supergraphSchema } = run
  const byText = new Map<string, number[]>()
  for (const [index, entity] of entities.entries()) {
    const representation = represent(supergraphSchema, entity, node.requires ?? [])
    if (!representation?.['__typename']) continue
    rewrite(supergraphSchema, node.inputRewrites, representation)
    const text = JSON.stringify(representation)
    const same = byText.get(text)
    if (same) same.push(index)
    else byText.set(text, [index])
  }
  return { texts: [...byText.keys()], indexes: [...byText.values()] }
}

/** The places of the client's answer that a path in a list of entities stands for. */
function entityPaths(cursor: Cursor, indexes: readonly number[][]): (path: Path) => Path[] {
  let paths: Path[] | undefined
  return ([, position, ...below]) => {
    const at = typeof position === 'number' ? indexes[position] : undefined
    if (!at) return [placeOf(cursor)]
    paths ??= pathsAt(cursor)
    const known = paths
    return at.map((index) => [...(known[index] ?? placeOf(cursor)), ...below])
  }
}

async function fetchEntities(
  node: FetchNode,
  run: PlanRun,
  cursor: Cursor,
  entities: JsonObject[],
): Promise<void> {
  const { texts, indexes } = representAll(node, run, entities)
  const { length: representations } = texts
  // Then no entity here is of a type that the fetch is for.
  if (representations === 0) return
  const rest = JSON.stringify(variablesOf(node, run)).slice(1, -1)
  const body = `{${rest}${rest && ','}"representations":[${texts.join()}]}`
  const asked = { shape: shapeOf(node, run.supergraphSchema), variables: run.coerced, representations }
  const { data, errors } = await soundAnswer(asked, () => run.fetch(node, body))
  if (data) dropInterfaceNames(run.supergraphSchema, asked.shape, data)
  report(node, run, errors, entityPaths(cursor, indexes))
  const received = (data?.[ENTITIES] ?? []) as (JsonObject | null)[]
  for (const [position, entity] of received.entries()) {
    const targets = (indexes[position] ?? []).map((at) => entities[at])
    if (entity) mergeEntity(node, run, entity, targets)
  }
}

function mergeEntity(
  node: FetchNode,
  run: PlanRun,
  received: JsonObject,
  targets: (JsonObject | undefined)[],
): void {
  received['__typename'] ||= targets[0]?.['__typename']
  rewrite(run.supergraphSchema, node.outputRewrites, received)
  for (const [position, target] of targets.entries())
    if (target) mergeInto(target, position === 0 ? received : (copyJson(received) as JsonObject))
}
