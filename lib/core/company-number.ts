// A Companies House number as the API takes it (contract §8). A resource adds its description.
import { z } from 'zod';
import { coded } from './field-errors';

export const companyNumberField = z
  .string()
  .regex(
    /^([0-9]{8}|[A-Z]{2}[0-9]{6})$/,
    coded('invalid_company_number', 'A company number is 8 digits, or 2 letters and 6 digits.'),
  );
