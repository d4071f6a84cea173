import type { Id } from '@kompetanse/schema/ids'
import { validUntil } from './validity.ts'
import type {
  Activity,
  ActivityCommand,
  ActivityStatus,
  Performed,
  Signed,
  Signer,
  Situation,
} from './activity.ts'

type Waiting = Extract<Activity, { status: 'WAITING' | 'REJECTED' }>
type Sendable = Extract<Activity, { status: 'REGISTERED' | 'REJECTED' }>

type Sending = Extract<ActivityCommand, { name: 'SEND_FOR_SIGNING' }>

/** Who is to sign, if that is somebody who may. */
export const signerOf = ({ signerId }: Sending, { signers }: Situation): Signer | undefined =>
  signers.find(({ personId }) => personId === signerId)

/** A command that was accepted: where the transition table leads, and for whom a deputy gave it. */
export interface Step extends Situation {
  readonly to: ActivityStatus
  readonly onBehalfOfId: Id<'Person'> | null
}

/**
 * The activity after a command that was accepted; `to` comes from the transition table, which is why the state can
 * be taken for the one that the command starts from.
 */
export function evolve(activity: Activity, command: ActivityCommand, step: Step): Activity {
  const { actorId: byId, now: at, onBehalfOfId } = step
  switch (command.name) {
    case 'REGISTER':
    case 'MARK_FULFILLED':
      return performed(command, step)
    case 'SEND_FOR_SIGNING': {
      const { performed } = activity as Sendable
      const { personId: signerId, role } = signerOf(command, step) as Signer
      const comment = command.comment ?? performed.comment
      return {
        status: 'WAITING',
        performed: { ...performed, comment },
        request: { signerId, role, sentAt: at },
      }
    }
    case 'RECALL':
      return { status: 'REGISTERED', performed: (activity as Waiting).performed }
    case 'SIGN': {
      const { performed, request } = activity as Waiting
      const signature = { byId, onBehalfOfId, at, comment: command.comment, digest: step.contentDigest }
      return { status: 'SIGNED', performed, request, signature, validUntil: validUntil(performed, step) }
    }
    case 'REJECT': {
      const { performed, request } = activity as Waiting
      return {
        status: 'REJECTED',
        performed,
        request,
        rejection: { byId, at, comment: command.comment as string },
      }
    }
    case 'WITHDRAW_SIGNATURE': {
      const { performed, request } = activity as Signed
      return { status: 'WAITING', performed, request }
    }
    case 'START_E_LEARNING':
    case 'COMMENT':
    case 'ATTACH':
      return activity
  }
}

function performed(
  { performedOn, comment, name }: Performed & { name: 'REGISTER' | 'MARK_FULFILLED' },
  step: Step,
): Activity {
  const { actorId: byId, now: at, to } = step
  if (to === 'REGISTERED') return { status: 'REGISTERED', performed: { performedOn, comment } }
  // The words of who marks it for the trainee are theirs, not the trainee's.
  const byTrainee = name === 'REGISTER'
  const done = { performedOn, comment: byTrainee ? comment : null }
  const fulfilment = { byId, at, comment: byTrainee ? null : comment }
  return { status: 'FULFILLED', performed: done, fulfilment, validUntil: validUntil(done, step) }
}
