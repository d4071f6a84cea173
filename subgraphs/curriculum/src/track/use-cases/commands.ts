import { commandsOn } from '@kompetanse/command'
import { database, type Tx } from '../../database.ts'
import type { CurriculumRefusal } from '../../rights/domain/refusal.ts'
import { decideTrack, type SetPlans } from '../domain/decide.ts'
import { loadForCommand, type Loaded } from '../persistence/load.ts'
import { saveChanges } from '../persistence/save.ts'

/** The one command on tracks; the id is the track's code. */
export const trackCommands = commandsOn<Tx, Loaded, SetPlans, { plans: SetPlans }, CurriculumRefusal>({
  transaction: (work) => database.$transaction(work),
  load: loadForCommand,
  decide: ({ actor }, plans) => decideTrack(actor, plans),
  save: saveChanges,
})
