urlpatterns=[]
app_name="meetings"
