import { graphql, listen } from '#lib/graph/index.ts'

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
 * Follows the viewer's own conversations for as long as the component lives: how each stands comes with the stream,
 * and `refresh` is asked for the rest. When the stream cannot go on it begins again where the page is read anew.
 */
export const followOwnConversations = ({ from, now, refresh }: Followed): void => {
  let after = $derived(from())
  let tooOld: string | undefined
  let soon: ReturnType<typeof setTimeout>
  const refreshSoon = () => {
    clearTimeout(soon)
    soon = setTimeout(refresh, TOGETHER_MS)
  }
  $effect(() => () => clearTimeout(soon))
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
