import type { ConversationStatus } from '#lib/conversation/queries.ts'
import type { ConversationsVariables } from './queries.ts'

/** The filters, by the names that the address gives them. */
export const statusNames = {
  invitert: 'INVITED',
  avtalt: 'PLANNED',
  ferdig: 'FINALISED',
  avslatt: 'DECLINED',
  avlyst: 'CANCELLED',
} as const satisfies Record<string, ConversationStatus>

const isStatusName = (name: string | null): name is keyof typeof statusNames =>
  name !== null && Object.hasOwn(statusNames, name)
const DATE = /^\d{4}-\d{2}-\d{2}$/
const dateIn = (value: string | null): string | undefined => (value && DATE.test(value) ? value : undefined)
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export type ListFilter = {
  readonly trainee: string | undefined
  readonly status: keyof typeof statusNames | undefined
  readonly from: string | undefined
  readonly to: string | undefined
}

export const readFilter = (search: Pick<URLSearchParams, 'get'>): ListFilter => {
  const status = search.get('status')
  const trainee = search.get('lege')
  return {
    trainee: trainee && ID.test(trainee) ? trainee : undefined,
    status: isStatusName(status) ? status : undefined,
    from: dateIn(search.get('fra')),
    to: dateIn(search.get('til')),
  }
}

/** Whether the list is narrowed by more than the person: then it is one list of what was found. */
export const isNarrowed = ({ status, from, to }: ListFilter): boolean => Boolean(status ?? from ?? to)

/** Whether a conversation of a status is still to be held or finalised. */
const IS_OPEN = {
  INVITED: true,
  PLANNED: true,
  FINALISED: false,
  DECLINED: false,
  CANCELLED: false,
  UNVERIFIED: false,
} as const satisfies Record<ConversationStatus, boolean>
export const isOpen = ({ status }: { readonly status: ConversationStatus }): boolean => IS_OPEN[status]

const statuses: readonly ConversationStatus[] = Object.values(statusNames)
const OPEN = statuses.filter((status) => IS_OPEN[status])
const CLOSED = statuses.filter((status) => !IS_OPEN[status])

const base = ({ trainee }: ListFilter) => (trainee ? { traineeId: trainee } : {})

/** The variables for the address: one list of what was found, or open and past conversations. */
export const listVariables = (
  filter: ListFilter,
): { open: ConversationsVariables; past: ConversationsVariables } => {
  const { status, from, to } = filter
  const found = {
    ...base(filter),
    ...(status && { status: [statusNames[status]] }),
    ...(from && { startsOn: from }),
    ...(to && { endsOn: to }),
  }
  const past = { ...base(filter), status: CLOSED }
  return {
    open: { filter: { ...base(filter), status: OPEN } },
    past: { filter: isNarrowed(filter) ? found : past },
  }
}
