import { choose } from '@kompetanse/process/seeding'

/** What trainees write about goals that the drawn pages show. */
const BY_GOAL: Readonly<Record<string, string>> = {
  'ALM-019': 'Gjennomgang av 20 egne henvisninger med tilbakemelding fra sykehuset.',
  'ALM-021': 'Holdt 45 minutter om spirometri for legegruppen.',
  'ALM-041': 'Gjennomgang av ny hypertensjonsretningslinje, lagt fram i gruppen.',
  'ALM-047': 'Observert samtale, tilbakemelding med skjema etterpå.',
  'ALM-054': 'Ledet tre møter med hjemmesykepleie og NAV.',
  'ALM-063': 'Tre eksisjoner, én kileeksisjon av inngrodd tånegl og to leddinjeksjoner (kne, skulder).',
  'ALM-066': 'Åtte legevakter med bakvakt: fire netter, fire kvelder. To utrykninger med ambulanse.',
  'ALM-068': 'Anafylaksi og akutt hjertesvikt, begge innlagt etter stabilisering.',
  'ALM-077': 'Fem legemiddelgjennomganger, drøftet prioritering og interaksjoner.',
  'ALM-079': 'Fire svangerskapskontroller, to av dem observert av deg.',
  'FKM-003': 'Veiledet LIS1 i legevakt og konsultasjonsteknikk, seks økter.',
  'KLK-015': 'Ti undersøkelser med celleprøve, de tre siste selvstendig.',
  'KLK-021': 'Hodepine, svimmelhet og parese. Drøftet henvisningsindikasjon.',
}

const PERFORMED = [
  'Tre konsultasjoner med observasjon og tilbakemelding etterpå.',
  'Gjort fem ganger, de to siste selvstendig.',
  'Fire pasienter over to uker, alle drøftet etterpå.',
  'To pasientforløp lagt fram og diskutert i internundervisningen.',
  'Observerte først, gjorde det deretter selv med deg til stede.',
  'Gikk gjennom to kasuistikker og oppdatert retningslinje.',
  'Seks pasienter denne måneden. Mest usikker på når jeg skal henvise.',
  'Journalnotat og plan gjennomgått samme dag.',
  'Faglig samtale på 45 minutter, med notat om hva jeg skal lese videre.',
  'Hadde ansvaret selv, med bakvakt på telefon.',
  'Gjennomgang av ti egne notater sammen med deg.',
  'Pasient og pårørende i felles samtale, evaluert etterpå.',
] as const

const STUDIED = [
  'Lest kapittelet og skrevet en halv side refleksjon.',
  'Drøftet i kollegagruppen.',
  'Gjennomført, med notat i egen mappe.',
] as const

const SIGNED = [
  null,
  null,
  null,
  'Fint arbeid.',
  'God struktur og trygg kommunikasjon.',
  'Ta gjerne to til før jul, jeg kan stå ved siden av.',
  'Enig i vurderingen.',
] as const

export const REJECTIONS = [
  'Datoen stemmer ikke med vaktlisten. Rett den og send på nytt.',
  'Skriv hvor mange pasienter det gjelder, så kan jeg signere.',
  'Jeg var ikke til stede denne dagen. Send den til bakvakten.',
] as const

/** What a trainee writes when registering; the drawn pages' own words where the goal is one of theirs. */
export const performedText = (codes: readonly string[], name: string): string =>
  codes.flatMap((code) => BY_GOAL[code] ?? [])[0] ?? choose(PERFORMED, 'performed', name)

export const studiedText = (name: string): string => choose(STUDIED, 'studied', name)
export const signedText = (name: string): string | null => choose(SIGNED, 'signed', name)
export const isTold = (codes: readonly string[]): boolean => codes.some((code) => code in BY_GOAL)
