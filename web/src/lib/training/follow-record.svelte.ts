import { page } from '$app/state'
import { graphql, listen } from '#lib/graph/index.ts'
import type { Viewer } from '#lib/shell/viewer.ts'

const TrainingRecordChanged = graphql(`
  subscription TrainingRecordChanged($traineeId: ID!, $after: EventCursor) {
    trainingRecordChanged(traineeId: $traineeId, after: $after) {
      activity {
        id
        status
        version
        availableCommands
      }
      goal {
        id
        status
        version
        availableCommands
      }
    }
  }
`)

/** What is decided in one go, say fifty signatures, is read once. */
const TOGETHER_MS = 150

type Shell = { viewer?: { data?: { viewer?: Viewer } } } | undefined

/** Where the stream begins: at the reading of the first page, so that nothing falls between page and stream. */
const firstRead = (): string | undefined =>
  (page.data as Shell)?.viewer?.data?.viewer?.trainingTasks?.signingCursor

/**
 * Follows the activities and goals of one trainee for as long as the component lives: their state and buttons
 * come with the stream; `refresh` reads again what else the page shows. Undefined: nobody is followed.
 */
export const followRecord = (traineeId: () => string | undefined, refresh: () => void): void => {
  // By value: what is read again must not begin the stream again.
  const id = $derived(traineeId())
  let begin = $state.raw(firstRead())
  let soon: ReturnType<typeof setTimeout>
  const refreshSoon = () => {
    clearTimeout(soon)
    soon = setTimeout(refresh, TOGETHER_MS)
  }
  $effect(() => () => clearTimeout(soon))
  listen({
    document: TrainingRecordChanged,
    variables: () => (id === undefined ? undefined : { traineeId: id, after: begin ?? null }),
    onEvent: refreshSoon,
    onResync: () => {
      begin = undefined
      refreshSoon()
    },
  })
}
