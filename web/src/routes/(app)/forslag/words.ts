import { m } from '#lib/paraglide/messages.js'
import type { Mark } from '#lib/ui/index.ts'
import type { Change, ProposalData } from './queries.ts'

/** «Planer for LIS3 allmennmedisin», or the title of the activity. */
export const subjectOf = ({ change }: ProposalData): string =>
  change.__typename === 'ProposedTrackPlans'
    ? m.curriculum_track_heading({ track: change.track.name })
    : change.activity.title

type Wording = NonNullable<Change<'ProposedActivityChange'>['wording']>

/** The facts of an activity, one on each line, so that two versions can be compared. */
export const factsOf = ({ title, description, courseHours, validMonths }: Wording): readonly string[] => [
  title,
  ...(description ? [description] : []),
  ...(courseHours ? [m.curriculum_hours({ hours: courseHours })] : []),
  ...(validMonths ? [m.curriculum_months({ months: validMonths })] : []),
]

/** The mark of a status: the icons of the portal, with the words of proposals. */
export const markOf: Record<ProposalData['status'], Mark> = {
  OPEN: { icon: 'Hourglass', color: 'warning', word: m.proposal_status_open },
  ACCEPTED: { icon: 'CheckmarkCircleFill', color: 'success', word: m.proposal_status_accepted },
  REJECTED: { icon: 'XMarkOctagonFill', color: 'danger', word: m.proposal_status_rejected },
  WITHDRAWN: { icon: 'ArrowUndo', color: 'neutral', word: m.proposal_status_withdrawn },
}
