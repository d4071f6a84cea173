import type { Actor } from '@kompetanse/schema/actor-token'
import { nationally } from '../../rights/domain/rights.ts'

export const TRACK_COMMANDS = ['SET_PLANS', 'PROPOSE_PLANS'] as const
export type TrackCommand = (typeof TRACK_COMMANDS)[number]

/** A track's plans are the nation's, also where a region's hospitals train: it is one track in all of them (F102–F105). */
export function trackCommands(actor: Pick<Actor, 'grants'>): readonly TrackCommand[] {
  const say = nationally(actor)
  return say === 'CHANGES' ? ['SET_PLANS'] : say === 'PROPOSES' ? ['PROPOSE_PLANS'] : []
}
