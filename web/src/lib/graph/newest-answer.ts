import { type Exchange, makeOperation, type Operation, type OperationResult } from '@urql/core'
import { fromArray, mergeMap, pipe, tap } from 'wonka'

/**
 * A query that is sent again while it is under way ends the one before. The cache would take the older answer for the
 * newer one: sent before a command, it would bring back a former version, and the next command would be refused as if
 * somebody else had changed it.
 */
export const newestAnswer: Exchange =
  ({ forward }) =>
  (operations$) => {
    const underWay = new Set<number>()

    const begin = (operation: Operation): Operation[] => {
      const { kind, key, context } = operation
      if (kind === 'teardown') underWay.delete(key)
      if (kind !== 'query') return [operation]
      const isAgain = underWay.has(key)
      underWay.add(key)
      return isAgain ? [makeOperation('teardown', operation, context), operation] : [operation]
    }
    const end = ({ operation, hasNext }: OperationResult): void => {
      if (!hasNext) underWay.delete(operation.key)
    }
    return pipe(
      operations$,
      mergeMap((operation) => fromArray(begin(operation))),
      forward,
      tap(end),
    )
  }
