/** A person who types pauses this long after a word, in milliseconds. */
const TYPING_MS = 200

/**
 * Does `work` once it has not been called for in so many milliseconds, with what it was given last; never after the
 * component is gone, when it would change the address of another page. Call it while the component initialises.
 */
export const afterPause = <Given extends unknown[]>(work: (...given: Given) => void, ms = TYPING_MS) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const forget = () => clearTimeout(timer)
  $effect(() => forget)
  return {
    soon(...given: Given): void {
      forget()
      timer = setTimeout(() => work(...given), ms)
    },
    forget,
  }
}
