import { stepping } from '@kompetanse/command/workflow'
import type { DecidedBy, Period, PeriodCommand, PeriodCommandName, Situation } from './period.ts'
import { onBehalfOf } from './permission.ts'
import type { TRANSITIONS } from './transitions.ts'

const decidedBy = (command: PeriodCommandName, { actorId, roles, now }: Situation): DecidedBy => ({
  ...{ byId: actorId, onBehalfOfId: onBehalfOf(command, roles), at: now },
})

/** The period after a command that was accepted. */
export const evolve = stepping<typeof TRANSITIONS, Period, PeriodCommand, Situation>({
  EDIT: () => ({ status: 'REGISTERED' }),
  REMOVE: () => ({ status: 'REMOVED' }),
  SEND_FOR_SIGNING: (_period, { signerId }, { now }) => ({
    ...{ status: 'WAITING', request: { signerId, sentAt: now } },
  }),
  SIGN: ({ request }, { comment }, situation) => {
    const signature = { ...decidedBy('SIGN', situation), comment, digest: situation.contentDigest }
    return { status: 'SIGNED', request, signature }
  },
  // The decision has refused one without words.
  REJECT: ({ request }, { comment }, situation) => {
    const rejection = { ...decidedBy('REJECT', situation), comment: comment as string }
    return { status: 'REJECTED', request, rejection }
  },
})
