import {
  createSourceEventStream,
  execute,
  GraphQLError,
  type ExecutionArgs,
  type ExecutionResult,
} from 'graphql'
import type { Log } from '@kompetanse/schema/process/log-details'
import type { GraphContext } from './context.ts'
import { isBug, maskErrors } from './errors.ts'

/** An event names its place in the order of commits; who lost the connection resumes after it. */
export interface Positioned {
  readonly cursor: string
}

type Results = AsyncIterableIterator<ExecutionResult>

const DONE = { done: true, value: undefined } as const

/**
 * graphql-js' `subscribe` with two things of our own: each event's cursor leaves in `extensions.cursor`, and each
 * event is answered at its own `now`. The iterator is written by hand because a generator that waits for the next
 * event would hear `return()` only after that event.
 *
 * A bug is never an event's answer, or the event would count as delivered: the stream is interrupted instead, which
 * is not its end, and the gateway asks again after the last event that it got.
 */
export async function subscribe(args: ExecutionArgs, logger: Log): Promise<Results | ExecutionResult> {
  const source = await createSourceEventStream(args)
  if (Symbol.asyncIterator in source)
    return resultsOf(source[Symbol.asyncIterator]() as AsyncIterator<Positioned>, args, logger)
  const refused = maskErrors(source, logger)
  return source.errors?.some(isBug) ? { errors: [interrupted()] } : refused
}

/** Says that there is more to come although this stream is over. */
const interrupted = () =>
  new GraphQLError('The stream was interrupted', { extensions: { code: 'SUBSCRIPTION_INTERRUPTED' } })

function resultsOf(events: AsyncIterator<Positioned>, args: ExecutionArgs, logger: Log): Results {
  const results: Results = {
    async next() {
      try {
        const event = await events.next()
        if (event.done) return DONE
        const value = await answer(args, event.value, logger)
        if (value) return { done: false, value }
      } catch (error) {
        if (error instanceof GraphQLError) throw error
        logger.error({ err: error }, 'subscription failed')
      }
      await events.return?.()
      throw interrupted()
    },
    async return() {
      await events.return?.()
      return DONE
    },
    async throw(error: unknown) {
      await events.return?.()
      throw error
    },
    [Symbol.asyncIterator]: () => results,
  }
  return results
}

/** Null when the event could not be read. */
async function answer(args: ExecutionArgs, event: Positioned, logger: Log): Promise<ExecutionResult | null> {
  const contextValue = { ...(args.contextValue as GraphContext), now: new Date() }
  const executed = await execute({ ...args, rootValue: event, contextValue })
  const result = maskErrors(executed, logger)
  if (executed.errors?.some(isBug)) return null
  return { ...result, extensions: { ...result.extensions, cursor: event.cursor } }
}
