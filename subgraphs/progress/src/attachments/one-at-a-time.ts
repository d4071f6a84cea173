/** Wraps work so that one call at a time runs, in the order of the calls. */
export function oneAtATime<Input, Result>(work: (input: Input) => Promise<Result>) {
  let last: Promise<unknown> = Promise.resolve()
  return (input: Input): Promise<Result> => {
    const mine = last.then(() => work(input))
    last = mine.catch(() => undefined)
    return mine
  }
}
