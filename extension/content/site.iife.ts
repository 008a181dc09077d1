import { announceToJoinPage } from './announce.ts';

announceToJoinPage();
