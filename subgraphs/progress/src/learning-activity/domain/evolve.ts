import { stepping, targetOf } from '@kompetanse/command/workflow'
import type { Activity, ActivityCommand, Signer, Situation } from './activity.ts'
import { onBehalfOf } from './permission.ts'
import { TRANSITIONS } from './transitions.ts'
import { validUntil } from './validity.ts'

type Sending = Extract<ActivityCommand, { name: 'SEND_FOR_SIGNING' }>

/** Who is to sign, if that is somebody who may. */
export const signerOf = ({ signerId }: Sending, { signers }: Situation): Signer | undefined =>
  signers.find(({ personId }) => personId === signerId)

type Workflows = (typeof TRANSITIONS)[keyof typeof TRANSITIONS]

/** The activity after a command that was accepted. */
export const evolve = stepping<Workflows, Activity, ActivityCommand, Situation>({
  REGISTER: (activity, { performedOn, comment }, step) => {
    const performed = { performedOn, comment }
    if (targetOf(TRANSITIONS[step.kind], activity.status, 'REGISTER') === 'REGISTERED')
      return { status: 'REGISTERED', performed }
    const fulfilment = { byId: step.actorId, at: step.now, comment: null }
    return { status: 'FULFILLED', performed, fulfilment, validUntil: validUntil(performed, step) }
  },
  // The words of who marks it for the trainee are theirs, not the trainee's.
  MARK_FULFILLED: (_activity, { performedOn, comment }, step) => {
    const performed = { performedOn, comment: null }
    const fulfilment = { byId: step.actorId, at: step.now, comment }
    return { status: 'FULFILLED', performed, fulfilment, validUntil: validUntil(performed, step) }
  },
  SEND_FOR_SIGNING: ({ performed }, command, step) => {
    const { personId: signerId, role } = signerOf(command, step) as Signer
    const comment = command.comment ?? performed.comment
    const request = { signerId, role, sentAt: step.now }
    return { status: 'WAITING', performed: { ...performed, comment }, request }
  },
  RECALL: ({ performed }) => ({ status: 'REGISTERED', performed }),
  SIGN: ({ performed, request }, { comment }, step) => {
    const { actorId: byId, roles, now: at, contentDigest: digest } = step
    const signature = { byId, onBehalfOfId: onBehalfOf('SIGN', roles), at, comment, digest }
    return { status: 'SIGNED', performed, request, signature, validUntil: validUntil(performed, step) }
  },
  REJECT: ({ performed, request }, { comment }, { actorId: byId, now: at }) => ({
    ...{ status: 'REJECTED', performed, request },
    rejection: { byId, at, comment: comment as string },
  }),
  WITHDRAW_SIGNATURE: ({ performed, request }) => ({ status: 'WAITING', performed, request }),
  START_E_LEARNING: (activity) => activity,
  COMMENT: (activity) => activity,
  ATTACH: (activity) => activity,
})
