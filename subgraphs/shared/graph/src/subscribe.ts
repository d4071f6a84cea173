import { createSourceEventStream, execute, type ExecutionArgs, type ExecutionResult } from 'graphql'
import type { Logger } from 'pino'
import type { GraphContext } from './context.ts'
import { maskErrors } from './errors.ts'

/** An event names its place in the order of commits; who lost the connection resumes after it. */
export interface Positioned {
  readonly cursor: string
}

type Results = AsyncIterableIterator<ExecutionResult>

/**
 * graphql-js' `subscribe` with two things of our own: each event's cursor leaves in `extensions.cursor`, and each
 * event is answered at its own `now`. The iterator is written by hand because a generator that waits for the next
 * event would hear `return()` only after that event.
 */
export async function subscribe(args: ExecutionArgs, logger: Logger): Promise<Results | ExecutionResult> {
  const source = await createSourceEventStream(args)
  if (!(Symbol.asyncIterator in source)) return source
  const events = source[Symbol.asyncIterator]() as AsyncIterator<Positioned>
  const done = { done: true, value: undefined } as const

  const results: Results = {
    async next() {
      const event = await events.next()
      return event.done ? done : { done: false, value: await answer(args, event.value, logger) }
    },
    async return() {
      await events.return?.()
      return done
    },
    async throw(error: unknown) {
      await events.return?.()
      throw error
    },
    [Symbol.asyncIterator]: () => results,
  }
  return results
}

async function answer(args: ExecutionArgs, event: Positioned, logger: Logger): Promise<ExecutionResult> {
  const contextValue = { ...(args.contextValue as GraphContext), now: new Date() }
  const result = maskErrors(await execute({ ...args, rootValue: event, contextValue }), logger)
  return { ...result, extensions: { ...result.extensions, cursor: event.cursor } }
}
