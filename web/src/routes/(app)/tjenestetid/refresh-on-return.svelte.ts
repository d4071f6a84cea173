import { afterNavigate } from '$app/navigation'

/**
 * Reads the page again when the reader comes back to it, from another page or another window: what is not sent yet
 * passes through no stream. Call it while a component initialises.
 */
export const refreshOnReturn = (refresh: () => void): void => {
  afterNavigate(({ type }) => {
    if (type !== 'enter') refresh()
  })
  $effect(() => {
    const onReturn = () => {
      if (document.visibilityState === 'visible') refresh()
    }
    addEventListener('focus', onReturn)
    document.addEventListener('visibilitychange', onReturn)
    return () => {
      removeEventListener('focus', onReturn)
      document.removeEventListener('visibilitychange', onReturn)
    }
  })
}
