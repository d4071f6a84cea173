import type { GraphQLFormattedError } from 'graphql'
import { getOwn, type JsonObject } from '../json/json.ts'
import type { GatewayErrorCode } from '../errors/codes.ts'
import { ENTITIES } from '../subgraph/fetch-shape.ts'
import type { NameOf } from '../subgraph/planner-aliases.ts'
import type { Sound } from '../subgraph/sound-answer.ts'
import type { SubgraphError } from '../subgraph/subgraph-answer.ts'
import { Budget, Cause } from './cause.ts'
import type { Failures } from './failures.ts'
import type { FetchDocument } from './fetch-document.ts'
import { findLosses } from './find-losses.ts'
import { lose, type Loss } from './lost.ts'

type Path = readonly (string | number)[]

/** An answer with errors, and where it belongs. */
export interface Failed {
  readonly serviceName: string
  readonly fetch: FetchDocument
  readonly answer: Sound
  /** With defaults: for conditions. */
  readonly variables: JsonObject
  /** Where it was to be merged in, as far as that is one place. */
  readonly place: Path
  readonly failures: Failures
}

const UNSEEN_CODE: GatewayErrorCode = 'REFERENCE_NOT_FOUND'
const UNSEEN: GraphQLFormattedError = {
  message: 'The object of this field does not exist, or the actor may not see it.',
  extensions: { code: UNSEEN_CODE },
}

const isOpen = (value: unknown) => value === null || value === undefined

const placeUnder = (nameOf: NameOf, at: Path): Path =>
  at.map((step) => (typeof step === 'string' ? nameOf(step) : step))

/** The subgraph's error at a path of the client's answer; without a path when it concerns the whole answer. */
const placed = (error: GraphQLFormattedError, { serviceName, fetch }: Failed, at: Path): SubgraphError => {
  const { path: _path, ...rest } = error
  return { ...rest, serviceName, ...(at.length > 0 && { path: placeUnder(fetch.nameOf, at) }) }
}

/** Makes the losses of one fetch, which share one budget of errors. */
function lossesOf(failed: Failed) {
  const { fetch, variables, failures } = failed
  const budget = new Budget()
  return (error: GraphQLFormattedError, isReported: boolean, at: Path): Loss => {
    const cause = new Cause(placed(error, failed, at), { budget, isReported })
    failures.causes.push(cause)
    return fetch.lossFor(cause, variables)
  }
}

/** Marks the root fields that are lost, and adds the errors that have a path of their own to those of the run. */
export function failAtRoot(failed: Failed, targets: readonly JsonObject[]): void {
  const { fetch, answer, variables, place, failures } = failed
  const { data } = answer
  const open = fetch.rootNames(variables).filter((name) => isOpen(data && getOwn(data, name)))
  const { lost, reported } = findLosses(answer, open, false)
  for (const error of reported) failures.errors.push(placed(error, failed, [...place, ...(error.path ?? [])]))
  const lossFor = lossesOf(failed)
  for (const { error, parts, isReported } of lost) {
    const loss = lossFor(error, isReported, [...place, ...parts.slice(0, 1)])
    for (const target of targets) lose(target, loss, { names: new Set(parts), isExplained: isReported })
  }
}

/** The entities that an answer is about. */
export interface SentEntities {
  /** How many representations were sent. */
  readonly count: number
  /** The entities that one of them represents. */
  targetsOf(position: number): readonly JsonObject[]
  /** Their places. */
  pathsOf(position: number): readonly Path[]
}

/**
 * Marks what must not be null of the entities that a subgraph does not know, or does not show to the actor, and answers
 * as null without an error. A reference without such a field in its selection loses nothing.
 */
export function failUnseen(
  failed: Failed,
  positions: readonly number[],
  { targetsOf }: Pick<SentEntities, 'targetsOf'>,
): void {
  const loss = lossesOf(failed)(UNSEEN, true, failed.place)
  for (const position of positions)
    for (const target of targetsOf(position)) lose(target, loss, { onlyRequired: true })
}

/** Marks the fields of entities that are lost, and adds the errors that have a path of their own to those of the run. */
export function failAtEntities(failed: Failed, { count, targetsOf, pathsOf }: SentEntities): void {
  const { answer, place, failures } = failed
  const received = (answer.data?.[ENTITIES] ?? []) as readonly unknown[]
  const open = Array.from({ length: count }, (_, position) => position).filter((each) =>
    isOpen(received[each]),
  )
  const { lost, reported } = findLosses(answer, open, true)
  for (const error of reported) {
    const [root, position, ...below] = error.path ?? []
    const isOfEntity = root === ENTITIES && typeof position === 'number'
    const paths = isOfEntity ? pathsOf(position).map((path) => [...path, ...below]) : []
    for (const path of paths) failures.errors.push(placed(error, failed, path))
    // Also that of an entity that was not sent.
    if (paths.length === 0) failures.unplaced.push(placed(error, failed, place))
  }
  const lossFor = lossesOf(failed)
  for (const { error, parts, isReported } of lost) {
    const loss = lossFor(error, isReported, place)
    for (const position of parts) for (const target of targetsOf(position)) lose(target, loss)
  }
}
