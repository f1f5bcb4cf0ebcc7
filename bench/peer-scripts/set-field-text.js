export { setFieldText } from 'text-field-edit';
