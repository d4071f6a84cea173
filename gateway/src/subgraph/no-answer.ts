/**
 * Why a replica gave no complete answer. `unable`: it, or a proxy before it, reports that it cannot serve now. `left`:
 * the client has disconnected.
 */
export type NoAnswerReason =
  'unreachable' | 'broken' | 'unable' | 'timeout' | 'left' | 'too-large' | 'undecodable'

/** One request to one replica that ended without an answer that could be used. */
export class NoAnswer extends Error {
  readonly reason: NoAnswerReason
  /** False when nothing of the request can have reached the replica: then even a mutation may go elsewhere. */
  readonly sent: boolean

  constructor(reason: NoAnswerReason, sent: boolean, cause?: unknown) {
    super(`No answer: ${reason}`, { cause })
    this.reason = reason
    this.sent = sent
  }
}
