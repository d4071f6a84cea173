import type { Id } from '@kompetanse/schema/ids'
import type { RegionCode } from '@kompetanse/schema/regions'
import type { Wording } from '../../learning-activity/domain/wording.ts'
import type { SetPlans } from '../../track/domain/decide.ts'

interface Seen {
  readonly expectedVersion: number
}

interface OfActivity extends Seen {
  readonly activityDefinitionId: Id<'ActivityDefinition'>
}

/** What is proposed: the command that would change it, with its input as the Directorate would give it. */
export type Proposed =
  | { readonly kind: 'SET_TRACK_PLANS'; readonly input: SetPlans & Seen & { readonly trackCode: string } }
  | { readonly kind: 'EDIT_ACTIVITY'; readonly input: OfActivity & Wording }
  | { readonly kind: 'RETIRE_ACTIVITY'; readonly input: OfActivity }

/** Why, and for which region. */
export interface Proposing {
  readonly reason: string
  readonly regionCode: RegionCode
}
