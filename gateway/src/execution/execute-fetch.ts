import type { FetchNode } from '@apollo/query-planner'
import { parse, type GraphQLSchema } from 'graphql'
import { copyJson, getOwn, type JsonObject } from '../json/json.ts'
import { ENTITIES } from '../subgraph/fetch-shape.ts'
import { dropInterfaceNames } from '../subgraph/interface-names.ts'
import { soundAnswer, type Sound } from '../subgraph/sound-answer.ts'
import { entitiesAt, lostAt, pathsAt, placeOf, type Cursor } from './cursor.ts'
import { failAtEntities, failAtRoot, failUnseen, type Failed } from './fail.ts'
import { compilePlanned, type FetchDocument } from './fetch-document.ts'
import { mergeInto } from './merge.ts'
import type { PlanRun } from './plan-run.ts'
import { representAll } from './represent-all.ts'
import { rewrite } from './rewrite.ts'

type Path = readonly (string | number)[]

/** One request of a plan, and where its answer is merged in. */
interface Fetching {
  readonly node: FetchNode
  readonly fetch: FetchDocument
  readonly run: PlanRun
  readonly cursor: Cursor
  readonly entities: readonly JsonObject[]
}

/** One request to one subgraph, merged in at the cursor. What fails becomes errors of the run. */
export async function executeFetch(node: FetchNode, run: PlanRun, cursor: Cursor): Promise<void> {
  const entities = entitiesAt(cursor)
  const fetch = fetchOf(node, run.supergraphSchema)
  if (run.failures.causes.length > 0)
    for (const { lost, below } of lostAt(cursor))
      lost.loseMore({ ...fetch.lossFor(lost.losses[0].cause, run.coerced), below })
  if (entities.length === 0) return
  const fetching = { node, fetch, run, cursor, entities }
  if (node.requires) await fetchEntities(fetching)
  else await fetchRoot(fetching)
}

const fetches = new WeakMap<FetchNode, FetchDocument>()

function fetchOf(node: FetchNode, supergraphSchema: GraphQLSchema): FetchDocument {
  const known = fetches.get(node)
  if (known) return known
  const fetch = compilePlanned(supergraphSchema, node.operationDocumentNode ?? parse(node.operation))
  fetches.set(node, fetch)
  return fetch
}

/** As JSON: a variable without a value is not in it. */
const variablesOf = ({ variableUsages = [] }: FetchNode, { variables }: PlanRun): string =>
  JSON.stringify(Object.fromEntries(variableUsages.map((name) => [name, getOwn(variables, name)])))

const failedIn = ({ node, fetch, run, cursor }: Fetching, answer: Sound): Failed => ({
  serviceName: node.serviceName,
  ...{ fetch, answer },
  variables: run.coerced,
  place: placeOf(cursor),
  failures: run.failures,
})

async function fetchRoot(fetching: Fetching): Promise<void> {
  const { node, fetch, run, cursor, entities } = fetching
  const body = variablesOf(node, run)
  const request = { shape: fetch.shape, representations: 0 }
  const answer = await soundAnswer(request, () => run.fetch(node, body, cursor.path))
  if (answer.errors.length > 0) failAtRoot(failedIn(fetching, answer), entities)
  const { data } = answer
  if (!data) return
  rewrite(run.supergraphSchema, node.outputRewrites, data)
  for (const entity of entities) mergeInto(entity, data)
}

const pick = <Each extends object>(from: readonly Each[], indexes: readonly number[] = []): Each[] =>
  indexes.flatMap((index): Each[] => {
    const found = from[index]
    return found ? [found] : []
  })

async function fetchEntities(fetching: Fetching): Promise<void> {
  const { node, fetch, run, cursor, entities } = fetching
  const { texts, indexes } = representAll(node, run, entities, fetch)
  const { length: representations } = texts
  // No entity here is of the type that the fetch is for.
  if (representations === 0) return
  const rest = variablesOf(node, run).slice(1, -1)
  const body = `{${rest}${rest && ','}"representations":[${texts.join()}]}`
  const request = { shape: fetch.shape, representations }
  const answer = await soundAnswer(request, () => run.fetch(node, body, cursor.path))
  const targetsOf = (position: number): JsonObject[] => pick(entities, indexes[position])
  if (answer.errors.length > 0) {
    const paths = pathsAt(cursor)
    const pathsOf = (position: number): Path[] => pick(paths, indexes[position])
    failAtEntities(failedIn(fetching, answer), { count: representations, targetsOf, pathsOf })
  }
  const { data } = answer
  if (!data) return
  dropInterfaceNames(run.supergraphSchema, fetch.shape, data)
  const received = data[ENTITIES] as (JsonObject | null)[]
  for (const [position, entity] of received.entries())
    if (entity) mergeEntity(fetching, entity, targetsOf(position))
  const unseen = unseenIn(received)
  if (unseen.length > 0) failUnseen(failedIn(fetching, answer), unseen, { targetsOf })
}

const unseenIn = (received: readonly (JsonObject | null)[]): number[] =>
  [...received.keys()].filter((position) => !received[position])

function mergeEntity({ node, run }: Fetching, received: JsonObject, targets: readonly JsonObject[]): void {
  received['__typename'] ||= targets[0]?.['__typename']
  rewrite(run.supergraphSchema, node.outputRewrites, received)
  for (const [position, target] of targets.entries())
    mergeInto(target, position === 0 ? received : (copyJson(received) as JsonObject))
}
