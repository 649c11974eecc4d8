"""What is said to those who sign in with the organisation's own account, and to whoever sets that up."""

from api.texts.wording import Wording

__all__ = ["OIDC_FAULTS", "OIDC_WORDINGS"]

OIDC_WORDINGS: dict[str, Wording] = {
    "oidc.button": Wording("Logga in med {name}", "Sign in with {name}"),
    "oidc.password": Wording("Logga in med lösenord", "Sign in with a password"),
    "oidc.again": Wording("Till inloggningen", "To the page to sign in"),
    "oidc.stale": Wording("Inloggningen gäller inte längre", "This sign-in is no longer valid"),
    "oidc.stale.detail": Wording(
        "Den kan ha tagit för lång tid, eller börjat i en annan webbläsare eller flik. Börja om från inloggningen.",
        "It may have taken too long, or begun in another browser or tab. Begin again from the page to sign in.",
    ),
    "oidc.stopped": Wording("Inloggningen avbröts", "The sign-in was stopped"),
    "oidc.stopped.detail": Wording(
        "Du eller din organisation avbröt inloggningen. Försök igen, eller fråga den som sköter organisationens konton.",
        "You or your organisation stopped the sign-in. Try again, or ask whoever looks after the organisation's accounts.",
    ),
    "oidc.busy": Wording("Många loggar in just nu", "Many are signing in just now"),
    "oidc.busy.detail": Wording("Vänta en stund och försök igen.", "Wait a little and try again."),
    "oidc.provider": Wording(
        "Organisationens inloggning fungerar inte just nu", "The organisation's sign-in does not work just now"
    ),
    "oidc.provider.detail": Wording(
        "Den som sköter tjänsten kan se varför i loggen. Försök igen om en stund.",
        "Whoever runs the service can see why in the log. Try again in a while.",
    ),
    "oidc.token": Wording("Svaret gick inte att lita på", "The answer could not be trusted"),
    "oidc.token.detail": Wording(
        "Organisationens inloggning gav ett svar som inte gick att kontrollera. Försök igen. Händer det ofta, säg till den som sköter tjänsten.",
        "The organisation's sign-in gave an answer that could not be made sure of. Try again. If it happens often, tell whoever runs the service.",
    ),
    "oidc.unnamed": Wording("Ditt konto har inget bekräftat namn", "Your account has no confirmed name"),
    "oidc.unnamed.detail": Wording(
        "Organisationens inloggning säger inte vem du är, eller har inte bekräftat din e-postadress. Fråga den som sköter organisationens konton.",
        "The organisation's sign-in does not say who you are, or has not confirmed your e-mail address. Ask whoever looks after the organisation's accounts.",
    ),
    "oidc.outside": Wording("Ditt konto hör till en annan organisation", "Your account is another organisation's"),
    "oidc.outside.detail": Wording(
        "Logga in med ett konto som hör till organisationen, eller fråga den som sköter tjänsten.",
        "Sign in with an account of the organisation, or ask whoever runs the service.",
    ),
    "oidc.no_role": Wording("Du har inte tillgång än", "You have no access yet"),
    "oidc.no_role.detail": Wording(
        "Ditt konto saknar en grupp som får läsa eller ändra planerna. Be den som sköter organisationens konton att lägga till dig i en.",
        "Your account lacks a group that may read or change the plans. Ask whoever looks after the organisation's accounts to add you to one.",
    ),
    "oidc.taken": Wording("Namnet används redan här", "The name is in use here already"),
    "oidc.taken.detail": Wording(
        "Det finns ett konto med ditt namn. Är det ditt, be den som sköter tjänsten att koppla det till organisationens inloggning.",
        "There is an account with your name. If it is yours, ask whoever runs the service to tie it to the organisation's sign-in.",
    ),
    "oidc.ended": Wording("Ditt konto är avstängt", "Your account is disabled"),
    "oidc.ended.detail": Wording(
        "Fråga den som sköter tjänsten om du ska ha tillgång.",
        "Ask whoever runs the service if you are to have access.",
    ),
}
"""By code; a test holds that every refusal has its own, and that the pages say no other."""

OIDC_FAULTS: dict[str, Wording] = {
    "oidc_only": Wording(
        "OIDC_ONLY släpper inte in någon: sätt OIDC_ISSUER, eller ta bort den",
        "OIDC_ONLY lets nobody in: set OIDC_ISSUER, or leave it out",
    ),
    "oidc_issuer": Wording(
        "OIDC_ISSUER är en adress som börjar med https:// och inte har ? eller #",
        "OIDC_ISSUER is an address that begins with https:// and has no ? or #",
    ),
    "oidc_client": Wording(
        "OIDC_ISSUER loggar in: sätt OIDC_CLIENT_ID som organisationens inloggning har angett det",
        "OIDC_ISSUER signs in: set OIDC_CLIENT_ID as the provider has given it",
    ),
    "oidc_claims": Wording(
        "OIDC_NAME_CLAIM och OIDC_ROLE_CLAIM anger varsin uppgift: sätt dem",
        "OIDC_NAME_CLAIM and OIDC_ROLE_CLAIM name a claim each: set them",
    ),
    "oidc_roles": Wording(
        "OIDC_ISSUER släpper inte in någon: sätt OIDC_COORDINATORS, OIDC_READERS eller båda",
        "OIDC_ISSUER lets nobody in: set OIDC_COORDINATORS, OIDC_READERS or both",
    ),
    "oidc_scopes": Wording(
        "OIDC_SCOPES ber inte om någon inloggning: lägg till openid", "OIDC_SCOPES asks for no sign-in: add openid"
    ),
    "oidc_secret": Wording(
        "sätt en av OIDC_CLIENT_SECRET och OIDC_CLIENT_SECRET_FILE",
        "set one of OIDC_CLIENT_SECRET and OIDC_CLIENT_SECRET_FILE",
    ),
    "oidc_secret_file": Wording(
        "OIDC_CLIENT_SECRET_FILE går inte att läsa, eller är tom",
        "OIDC_CLIENT_SECRET_FILE cannot be read, or is empty",
    ),
}
"""What is wrong with the settings, by code."""
