// What tests of other domains use of the simulated bank: its file, which is the truth about what was paid.
export { httpBankRail } from './bank-rail/http';
export { readJournal } from './bank-rail/simulated/journal';
