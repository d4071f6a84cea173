import type { ActivityCommandName, ActivityKind, ActivityStatus } from './activity.ts'

type Workflow = Record<ActivityStatus, Partial<Record<ActivityCommandName, ActivityStatus>>>

/**
 * Activities that a signature completes. A rejected one is signed unchanged, or corrected and sent again (F112).
 * While somebody else is to decide (WAITING), and after (SIGNED), the content is closed: no ATTACH.
 */
const BY_SIGNATURE = {
  NOT_STARTED: {
    REGISTER: 'REGISTERED',
    MARK_FULFILLED: 'FULFILLED',
    COMMENT: 'NOT_STARTED',
    ATTACH: 'NOT_STARTED',
  },
  REGISTERED: {
    REGISTER: 'REGISTERED',
    SEND_FOR_SIGNING: 'WAITING',
    MARK_FULFILLED: 'FULFILLED',
    COMMENT: 'REGISTERED',
    ATTACH: 'REGISTERED',
  },
  WAITING: { RECALL: 'REGISTERED', SIGN: 'SIGNED', REJECT: 'REJECTED', COMMENT: 'WAITING' },
  REJECTED: {
    REGISTER: 'REGISTERED',
    SEND_FOR_SIGNING: 'WAITING',
    SIGN: 'SIGNED',
    COMMENT: 'REJECTED',
    ATTACH: 'REJECTED',
  },
  SIGNED: { WITHDRAW_SIGNATURE: 'WAITING', COMMENT: 'SIGNED' },
  FULFILLED: { COMMENT: 'FULFILLED' },
  LAPSED: { REGISTER: 'REGISTERED', MARK_FULFILLED: 'FULFILLED', COMMENT: 'LAPSED', ATTACH: 'LAPSED' },
} as const satisfies Workflow

/** Activities that the trainee completes alone (F005, F007). */
const BY_TRAINEE = {
  NOT_STARTED: {
    REGISTER: 'FULFILLED',
    MARK_FULFILLED: 'FULFILLED',
    COMMENT: 'NOT_STARTED',
    ATTACH: 'NOT_STARTED',
  },
  REGISTERED: {},
  WAITING: {},
  REJECTED: {},
  SIGNED: {},
  FULFILLED: { COMMENT: 'FULFILLED', ATTACH: 'FULFILLED' },
  LAPSED: { REGISTER: 'FULFILLED', MARK_FULFILLED: 'FULFILLED', COMMENT: 'LAPSED', ATTACH: 'LAPSED' },
} as const satisfies Workflow

/** A course that is opened through the portal, and confirmed by registering it (F008). */
const BY_E_LEARNING = {
  ...BY_TRAINEE,
  NOT_STARTED: { ...BY_TRAINEE.NOT_STARTED, START_E_LEARNING: 'NOT_STARTED' },
  LAPSED: { ...BY_TRAINEE.LAPSED, START_E_LEARNING: 'LAPSED' },
} as const satisfies Workflow

/**
 * The workflow of each kind: status → command → status. The guard, `availableCommands` and thereby the buttons
 * read these tables and nothing else.
 */
export const TRANSITIONS = {
  SIGNED: BY_SIGNATURE,
  RECURRING: BY_SIGNATURE,
  SELF_REGISTERED: BY_TRAINEE,
  COURSE: BY_TRAINEE,
  E_LEARNING: BY_E_LEARNING,
} as const satisfies Record<ActivityKind, Workflow>
