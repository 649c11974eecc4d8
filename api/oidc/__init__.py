"""Signing in with the organisation's own accounts (OpenID Connect): what is asked of whom, and what is believed."""

from api.oidc.flow import LASTS, Flow
from api.oidc.identity import identity_of
from api.oidc.provider import Provider
from api.oidc.refusal import Refusal, Why

__all__ = ["LASTS", "Flow", "Provider", "Refusal", "Why", "identity_of"]
