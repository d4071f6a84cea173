const DONE = { done: true, value: undefined } as const

export interface Mailbox<T> {
  push(value: T): void
  /** What waits is delivered first; then the consumer gets the error. */
  fail(error: Error): void
  readonly waiting: number
  readonly iterator: AsyncIterableIterator<T>
}

/**
 * A queue between who produces and one who iterates. Hand-written, for `return()` must be heard while `next()`
 * waits; a generator that waits would hear it only after the next value. `onReturn` is called once, at the end.
 */
export function createMailbox<T>(onReturn: () => void): Mailbox<T> {
  const values: T[] = []
  let hungry: PromiseWithResolvers<IteratorResult<T>> | undefined
  let failure: Error | undefined
  let ended = false

  const end = () => {
    if (!ended) onReturn()
    ended = true
    values.length = 0
    hungry?.resolve(DONE)
    hungry = undefined
  }
  const iterator: AsyncIterableIterator<T> = {
    async next() {
      if (values.length > 0) return { done: false, value: values.shift() as T }
      if (failure) {
        const error = failure
        end()
        throw error
      }
      if (ended) return DONE
      hungry = Promise.withResolvers()
      return hungry.promise
    },
    async return() {
      failure = undefined
      end()
      return DONE
    },
    async throw(error: unknown) {
      end()
      throw error
    },
    [Symbol.asyncIterator]: () => iterator,
  }
  return {
    get waiting() {
      return values.length
    },
    push(value) {
      if (ended || failure) return
      if (!hungry) return void values.push(value)
      hungry.resolve({ done: false, value })
      hungry = undefined
    },
    fail(error) {
      if (ended || failure) return
      failure = error
      if (!hungry) return
      hungry.reject(error)
      hungry = undefined
      end()
    },
    iterator,
  }
}
