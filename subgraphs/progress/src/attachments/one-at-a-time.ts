/** The same work, of which one call at a time runs, in the order asked. */
export function oneAtATime<Input, Result>(work: (input: Input) => Promise<Result>) {
  let last: Promise<unknown> = Promise.resolve()
  return (input: Input): Promise<Result> => {
    const mine = last.then(() => work(input))
    last = mine.catch(() => undefined)
    return mine
  }
}
