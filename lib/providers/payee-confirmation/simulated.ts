// A deterministic confirmation of payee: the account number's last four digits decide (contract §10).
import type { PayeeAnswer, PayeeConfirmation, PayeeQuestion } from './port';

const answers: Readonly<Record<string, (question: PayeeQuestion) => PayeeAnswer>> = {
  '0002': ({ accountName }) => ({
    result: 'close_match',
    nameAtBank: `${accountName.split(' ')[0] ?? ''} Trading`,
  }),
  '0003': () => ({ result: 'no_match' }),
  '0004': () => ({ result: 'unavailable' }),
};

export const simulatedPayeeConfirmation: PayeeConfirmation = {
  confirm: async (question) => {
    const ending = question.accountNumber.slice(-4);
    return answers[ending]?.(question) ?? { result: 'match' };
  },
};
