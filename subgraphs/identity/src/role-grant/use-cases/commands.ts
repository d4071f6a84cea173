import { commandsOn } from '@kompetanse/command'
import type { IdentityRefusal } from '../../authority/domain/refusal.ts'
import { database, type Tx } from '../../database.ts'
import { decideRevocation } from '../domain/grant.ts'
import { loadForCommand, toGrant, type Loaded } from '../persistence/load.ts'
import { saveChanges } from '../persistence/save.ts'

/** The one command on roles: they are taken back. */
export const grantCommands = commandsOn<Tx, Loaded, 'REVOKE', object, IdentityRefusal>({
  transaction: (work) => database.$transaction(work),
  load: loadForCommand,
  decide: ({ row, situation }) => decideRevocation(toGrant(row), situation),
  save: saveChanges,
})
