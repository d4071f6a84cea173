import { graphql, listen } from '#lib/graph/index.ts'
import { afterPause } from '#lib/ui/index.ts'

const OwnConversationsChanged = graphql(`
  subscription OwnConversationsChanged($after: EventCursor) {
    ownConversationsChanged(after: $after) {
      change
      conversation {
        id
        status
        version
        startsAt
        endsAt
        durationMinutes
        availableCommands
      }
    }
  }
`)

/** A series is made, answered and cancelled in one go: its list is read once. */
const TOGETHER_MS = 150

type Followed = {
  /** Where the page's load read what it shows, maybe from the cache; undefined means that it was not read. */
  from: () => string | undefined
  /** Where it was read last. */
  now: () => string | undefined
  /** Reads again what the page shows. */
  refresh: () => void
}

/**
 * Follows the viewer's own conversations for as long as the component lives: each event carries the conversation's
 * fields, and `refresh` reads the rest. A stream that cannot be resumed begins anew once the page is read again.
 */
export const followOwnConversations = ({ from, now, refresh }: Followed): void => {
  let after = $derived(from())
  let tooOld: string | undefined
  const { soon: refreshSoon } = afterPause(refresh, TOGETHER_MS)
  $effect(() => {
    const read = now()
    if (after === undefined && read !== tooOld) after = read
  })
  listen({
    document: OwnConversationsChanged,
    variables: () => (after === undefined ? undefined : { after }),
    onEvent: refreshSoon,
    onResync: () => {
      tooOld = now()
      after = undefined
      refreshSoon()
    },
  })
}
