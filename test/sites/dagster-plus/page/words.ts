/** Every word of the app, and what the browser's translation makes of it. */
import { type ComponentChild, h } from 'preact';
import { boot } from './boot-data';

interface Translation {
  readonly fr: string;
  readonly de: string;
}

const WORDS = {
  Overview: { fr: 'Aperçu', de: 'Übersicht' },
  Runs: { fr: 'Exécutions', de: 'Läufe' },
  Assets: { fr: 'Actifs', de: 'Assets' },
  Jobs: { fr: 'Tâches', de: 'Aufträge' },
  Automation: { fr: 'Automatisation', de: 'Automatisierung' },
  Deployment: { fr: 'Déploiement', de: 'Bereitstellung' },
  'Branch deployments': { fr: 'Déploiements de branche', de: 'Branch-Bereitstellungen' },
  'Full deployments': { fr: 'Déploiements complets', de: 'Vollständige Bereitstellungen' },
  'Organization settings': { fr: "Paramètres de l'organisation", de: 'Organisationseinstellungen' },
  '(you)': { fr: '(vous)', de: '(Sie)' },
  'All branch deployments': { fr: 'Tous les déploiements de branche', de: 'Alle Branch-Bereitstellungen' },
  'Sign out': { fr: 'Se déconnecter', de: 'Abmelden' },
  Users: { fr: 'Utilisateurs', de: 'Benutzer' },
  Teams: { fr: 'Équipes', de: 'Teams' },
  Deployments: { fr: 'Déploiements', de: 'Bereitstellungen' },
  Tokens: { fr: 'Jetons', de: 'Token' },
  Provisioning: { fr: 'Approvisionnement', de: 'Bereitstellung von Konten' },
  'Manage tokens for your account': {
    fr: 'Gérer les jetons de votre compte',
    de: 'Token für Ihr Konto verwalten',
  },
  'Manage tokens for': { fr: 'Gérer les jetons de', de: 'Token verwalten für' },
  'User tokens authenticate you to the Dagster+ API. They have the permissions of the user.': {
    fr: "Les jetons utilisateur vous authentifient auprès de l'API. Ils ont les autorisations de l'utilisateur.",
    de: 'Benutzer-Token weisen Sie gegenüber der API aus. Sie haben die Rechte des Benutzers.',
  },
  'Create user token': { fr: 'Créer un jeton utilisateur', de: 'Benutzer-Token erstellen' },
  'Active tokens': { fr: 'Jetons actifs', de: 'Aktive Token' },
  'Revoked tokens': { fr: 'Jetons révoqués', de: 'Widerrufene Token' },
  'No active tokens': { fr: 'Aucun jeton actif', de: 'Keine aktiven Token' },
  'Agent tokens': { fr: "Jetons d'agent", de: 'Agenten-Token' },
  'Agent tokens authenticate Hybrid agents. They cannot be used for other API requests.': {
    fr: 'Les jetons d’agent authentifient les agents hybrides. Ils ne servent à aucune autre requête.',
    de: 'Agenten-Token weisen Hybrid-Agenten aus. Für andere API-Anfragen taugen sie nicht.',
  },
  'Create agent token': { fr: "Créer un jeton d'agent", de: 'Agenten-Token erstellen' },
  'Edit agent token': { fr: "Modifier le jeton d'agent", de: 'Agenten-Token bearbeiten' },
  Edit: { fr: 'Modifier', de: 'Bearbeiten' },
  'Reveal token': { fr: 'Révéler le jeton', de: 'Token anzeigen' },
  'Hide token': { fr: 'Masquer le jeton', de: 'Token ausblenden' },
  Revoke: { fr: 'Révoquer', de: 'Widerrufen' },
  'Revoke token': { fr: 'Révoquer le jeton', de: 'Token widerrufen' },
  'Click to copy': { fr: 'Cliquer pour copier', de: 'Zum Kopieren klicken' },
  'Copied!': { fr: 'Copié !', de: 'Kopiert!' },
  Description: { fr: 'Description', de: 'Beschreibung' },
  'Edit description': { fr: 'Modifier la description', de: 'Beschreibung bearbeiten' },
  'No description': { fr: 'Aucune description', de: 'Keine Beschreibung' },
  Token: { fr: 'Jeton', de: 'Token' },
  Created: { fr: 'Créé', de: 'Erstellt' },
  Revoked: { fr: 'Révoqué', de: 'Widerrufen' },
  Save: { fr: 'Enregistrer', de: 'Speichern' },
  Cancel: { fr: 'Annuler', de: 'Abbrechen' },
  Name: { fr: 'Nom', de: 'Name' },
  Email: { fr: 'E-mail', de: 'E-Mail' },
  Role: { fr: 'Rôle', de: 'Rolle' },
  Type: { fr: 'Type', de: 'Art' },
  Status: { fr: 'État', de: 'Status' },
  Duration: { fr: 'Durée', de: 'Dauer' },
  Members: { fr: 'Membres', de: 'Mitglieder' },
  Schedule: { fr: 'Planification', de: 'Zeitplan' },
  'Last materialized': { fr: 'Dernière matérialisation', de: 'Zuletzt materialisiert' },
  'Code location': { fr: 'Emplacement du code', de: 'Code-Ort' },
  'Run ID': { fr: "ID d'exécution", de: 'Lauf-ID' },
  Success: { fr: 'Succès', de: 'Erfolg' },
  Failed: { fr: 'Échec', de: 'Fehlgeschlagen' },
  Running: { fr: 'En cours', de: 'Läuft' },
  Loaded: { fr: 'Chargé', de: 'Geladen' },
  'Organization Admin': { fr: "Administrateur de l'organisation", de: 'Organisationsadministrator' },
  Editor: { fr: 'Éditeur', de: 'Bearbeiter' },
  Viewer: { fr: 'Lecteur', de: 'Betrachter' },
  Full: { fr: 'Complet', de: 'Vollständig' },
  Branch: { fr: 'Branche', de: 'Branch' },
  'SCIM provisioning': { fr: 'Approvisionnement SCIM', de: 'SCIM-Bereitstellung' },
  'Your identity provider uses this API token to create and deactivate users.': {
    fr: "Votre fournisseur d'identité utilise ce jeton pour créer et désactiver des utilisateurs.",
    de: 'Ihr Identitätsanbieter legt mit diesem Token Benutzer an und deaktiviert sie.',
  },
  'API token': { fr: "Jeton d'API", de: 'API-Token' },
  'Page not found': { fr: 'Page introuvable', de: 'Seite nicht gefunden' },
  'Sign in to Dagster+': { fr: 'Se connecter à Dagster+', de: 'Bei Dagster+ anmelden' },
  'Work email': { fr: 'E-mail professionnel', de: 'Geschäftliche E-Mail' },
  Continue: { fr: 'Continuer', de: 'Weiter' },
  'Continue with single sign-on': { fr: "Continuer avec l'authentification unique", de: 'Weiter mit SSO' },
  or: { fr: 'ou', de: 'oder' },
  Support: { fr: 'Assistance', de: 'Hilfe' },
  Search: { fr: 'Rechercher', de: 'Suchen' },
  'Last 12 hours': { fr: '12 dernières heures', de: 'Letzte 12 Stunden' },
} satisfies Record<string, Translation>;

export type Word = keyof typeof WORDS;

const { language } = boot.rendering;

/** The word as plain text, for attributes and field values. */
export const say = (word: Word): string => (language === 'en' ? word : WORDS[word][language]);

const font = (content: ComponentChild) => h('font', { style: 'vertical-align: inherit' }, content);

/** The word for the page; a translated one is wrapped as the browser's translation wraps it. */
export const t = (word: Word): ComponentChild => (language === 'en' ? word : font(font(say(word))));

/** A day as the page writes it: `Apr 3, 2026`. */
export const day = (iso: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(iso));
