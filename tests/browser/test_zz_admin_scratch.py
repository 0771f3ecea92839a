import pytest
from tests.browser.test_admin import *
from tests.factories.providers import *
@pytest.mark.usefixtures("as_maya")
def test_w(look, larkshire):
    with authority_scope(larkshire):
        n=DistrictFactory(name="North")
        ps=ProviderFactory.create_batch(30,district=n); pk=ps[0].pk
    for name,path in [("register","providers/provider/"),("setting",f"providers/provider/{pk}/change/"),("setting-add","providers/provider/add/"),("districts","providers/district/"),("policy","ofsted/leadingpolicy/"),("policy-add","ofsted/leadingpolicy/add/"),("collabs","collaborations/collaboration/"),("collab-add","collaborations/collaboration/add/"),("members","memberships/membership/"),("member-add","memberships/membership/add/"),("leader-add","memberships/leaderappointment/add/"),("jobs","documents/job/"),("policychange",None)]:
        try:
            if path is None:
                from ofsted.models import LeadingPolicy
                with authority_scope(larkshire): x=LeadingPolicy.objects.first()
                if not x: continue
                path=f"ofsted/leadingpolicy/{x.pk}/change/"
            look.at(ADMIN+path,"zz-"+name)
        except AssertionError as e: print(name,str(e)[:1500]); look.complaints.clear()
