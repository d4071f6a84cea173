import type { FetchNode } from '@apollo/query-planner'
import { SubgraphFailure, type SubgraphAnswer } from '../subgraph/subgraph-answer.ts'
import { entitiesAt, pathsAt, type Cursor } from './cursor.ts'
import type { PlanRun } from './execute-plan.ts'
import { copyJson, getOwn, mergeInto, type JsonObject } from './json.ts'
import { represent } from './representation.ts'
import { rewrite } from './rewrite.ts'

type Path = readonly (string | number)[]

/** One request to one subgraph, merged in at the cursor. Failures become errors of the run. */
export async function executeFetch(node: FetchNode, run: PlanRun, cursor: Cursor): Promise<void> {
  const entities = entitiesAt(cursor)
  if (entities.length === 0) return
  try {
    if (node.requires) await fetchEntities(node, run, cursor, entities)
    else await fetchRoot(node, run, cursor, entities)
  } catch (error) {
    if (!(error instanceof SubgraphFailure)) throw error
    run.errors.push({ ...error.formatted, serviceName: node.serviceName })
  }
}

function variablesOf({ variableUsages }: FetchNode, { variables }: PlanRun): JsonObject {
  const used: JsonObject = {}
  for (const name of variableUsages ?? []) {
    const value = getOwn(variables, name)
    if (value !== undefined) used[name] = value
  }
  return used
}

function report(
  node: FetchNode,
  run: PlanRun,
  answer: SubgraphAnswer,
  pathsOf: (path: Path) => Path[],
): void {
  for (const { path, ...error } of answer.errors ?? []) {
    const common = { ...error, serviceName: node.serviceName }
    if (!path) run.errors.push(common)
    else for (const each of pathsOf(path)) run.errors.push({ ...common, path: each })
  }
}

async function fetchRoot(
  node: FetchNode,
  run: PlanRun,
  cursor: Cursor,
  entities: JsonObject[],
): Promise<void> {
  const answer = await run.fetch(node, JSON.stringify(variablesOf(node, run)))
  report(node, run, answer, (path) => [[...cursor.path, ...path]])
  if (!answer.data) return
  rewrite(run.supergraphSchema, node.outputRewrites, answer.data)
  for (const entity of entities) mergeInto(entity, answer.data)
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

async function fetchEntities(
  node: FetchNode,
  run: PlanRun,
  cursor: Cursor,
  entities: JsonObject[],
): Promise<void> {
  const { texts, indexes } = representAll(node, run, entities)
  // Then no entity here is of a type that the fetch is for.
  if (texts.length === 0) return
  const rest = JSON.stringify(variablesOf(node, run)).slice(1, -1)
  const answer = await run.fetch(node, `{${rest}${rest && ','}"representations":[${texts.join()}]}`)
  let paths: Path[] | undefined
  report(node, run, answer, (path) => {
    const at = path[0] === '_entities' && typeof path[1] === 'number' ? indexes[path[1]] : undefined
    if (!at) return [cursor.path.filter((step) => step !== '@')]
    paths ??= pathsAt(cursor)
    const known = paths
    return at.map((index) => [...(known[index] ?? []), ...path.slice(2)])
  })
  if (!answer.data) return
  const received = answer.data['_entities']
  if (!Array.isArray(received) || received.length !== texts.length)
    throw new SubgraphFailure(
      'SUBGRAPH_INVALID_RESPONSE',
      'A subgraph gave another number of entities than asked for.',
    )
  for (const [position, entity] of received.entries())
    if (entity)
      mergeEntity(
        node,
        run,
        entity as JsonObject,
        (indexes[position] ?? []).map((at) => entities[at]),
      )
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
