import { WrapUpForm } from '../elements/wrap-up-form/wrap-up-form.js';
import { registerTags } from './register-tags.js';

registerTags([WrapUpForm]);
