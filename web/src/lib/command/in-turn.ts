/** Runs work after what was begun before it. @returns the work's own answer */
export type InTurn = <Answer>(work: () => Promise<Answer>) => Promise<Answer>

/**
 * Commands on one thing, one after the other. Each is made when its turn comes and so carries the version that
 * the one before it left: a form that is sent while a file is on its way waits for the file.
 */
export const inTurn = (): InTurn => {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return mine
  }
}
