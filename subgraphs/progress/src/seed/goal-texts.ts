import { choose } from '@kompetanse/process/seeding'

const COMPLETED = [
  'Aktivitetene er gjennomført og drøftet med veileder.',
  'Gått gjennom med veileder i siste samtale. Føler meg trygg på dette nå.',
  'Alle krav innfridd. Har brukt dette selvstendig siden i vår.',
  'Se kommentarene under aktivitetene.',
  null,
  null,
] as const

const APPROVED = [
  null,
  null,
  null,
  'Godkjent etter anbefaling fra veileder.',
  'Fint arbeid, godt dokumentert.',
  'Innfridd. Bra at du tok med forløpet på sykehjemmet.',
] as const

const REJECTED = [
  'Jeg savner en vurdering fra supervisør. Snakk med veileder og send på nytt.',
  'To av aktivitetene er fra før du begynte hos oss. Legg ved bekreftelse.',
  'Vi er ikke helt i mål her. Ta det opp i neste veiledningssamtale.',
] as const

const GUIDELINES = [
  'Godkjenner mål på nivå 1 og 2 når alle aktiviteter er signert. Mål på nivå 3 sendes til leder.',
  'Godkjenner ALM-mål etter at de er gjennomgått med veileder. Minst én supervisør skal ha signert.',
  'Godkjenner i leders ferier. Legg ved kursbevis, og skriv kort hva du har lært.',
] as const

const COMMENTS = [
  'Fint om du tar med en pasient til neste samtale, så går vi gjennom dette målet.',
  'Husk at akuttkurset også teller her.',
  'Bra fremgang. Jeg synes du kan sende dette til høsten.',
] as const

export const completedText = (name: string): string | null => choose(COMPLETED, 'completed', name)
export const approvedText = (name: string): string | null => choose(APPROVED, 'approved', name)
export const rejectedText = (name: string): string => choose(REJECTED, 'not yet', name)
export const guidelineText = (name: string): string => choose(GUIDELINES, 'guideline', name)
export const commentText = (name: string): string => choose(COMMENTS, 'comment', name)
export const REVOKED = 'Godkjent ved en feil: bekreftelsen fra sykehuset manglet.'
